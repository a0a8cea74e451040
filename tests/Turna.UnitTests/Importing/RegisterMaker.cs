using System.Globalization;
using System.Text;

namespace Turna.UnitTests.Importing;

/// <summary>What a made row means, as its maker knows.</summary>
internal sealed record MadeRow(string? Person, DateOnly Date, string Country, string[] Topics, char? Sex, int? BirthYear, bool FromAge, decimal? Claimed, decimal? Recovered);

/// <summary>
/// Makes registers of the kind offices keep, with known truth: other words, other columns, other formats than the samples, in Russian or
/// Kyrgyz. The words here were written down from the way people speak of these matters, not taken from the reader's lexicon.
/// </summary>
internal sealed class RegisterMaker(int seed)
{
    private static readonly (string Code, string[] Words)[] Topics =
    [
        ("wages", ["не выплатили зарплату", "долг по зарплате за 3 мес.", "задержка зарплаты", "з/п не дают", "айлык бербей жатышат", "айлыгы төлөнгөн жок", "эмгек акысын албай жүрөт", "не заплатили за работу"]),
        ("documents_withheld", ["забрали документы", "паспорт не отдают", "удерживают паспорт", "паспортун бербей жатат", "документтерин алып коюшкан", "паспорт у хозяина"]),
        ("reentry_ban", ["запрет въезда в РФ", "попал в черный список", "кара тизмеде", "кирүүгө тыюу салынган", "снятие запрета"]),
        ("migration_law", ["постановка на учет", "продление срока пребывания", "каттоого туруу", "патент", "виза", "разрешение на работу"]),
        ("gbv", ["избил муж", "домашнее насилие", "күйөөсү сабаган", "үй-бүлөлүк зомбулук", "физическое насилие"]),
        ("health", ["травма на стройке", "нужна операция", "жаракат алган", "ооруп калган", "лечение"]),
        ("dismissal", ["уволили", "незаконное увольнение", "жумуштан чыгарып жиберишти", "иштен бошотушту"]),
        ("pension", ["вопросы пенсии", "трудовой стаж", "пенсия боюнча"]),
        ("civil_documents", ["восстановление паспорта", "утеря паспорта", "свидетельство о рождении", "паспорт жоготкон", "туулгандыгы тууралуу күбөлүк"]),
        ("forced_labour", ["принудительный труд", "мажбурлап иштетишкен"]),
        ("trafficking", ["торговля людьми", "алдап алып кетишкен", "адам сатуу"]),
        ("job_search", ["ищет работу", "жумуш издеп жүрөт", "вакансии"]),
        ("citizenship", ["гражданство РФ", "жарандык алуу"]),
    ];

    private static readonly (string Code, string[] Words, string[] Cities)[] Countries =
    [
        ("RU", ["Россия", "РФ", "россия", "Российская Федерация", "Орусия"], ["Москва", "г. Москва", "Питер", "Самара", "Тюмень", "Якутск", "СПб"]),
        ("KZ", ["Казахстан", "Казакстан", "РК (Казахстан)"], ["Алматы", "Астана", "Шымкент"]),
        ("TR", ["Турция", "Түркия"], ["Стамбул", "Анталья", "Анкара"]),
        ("KR", ["Корея", "Южная Корея", "Түштүк Корея"], ["Сеул", "Ансан"]),
        ("US", ["США", "АКШ", "Америка"], ["Чикаго", "Нью-Йорк"]),
        ("AE", ["ОАЭ", "БАЭ", "Эмираты"], ["Дубай"]),
    ];

    private static readonly string[] Women = ["Айгуль", "Нургүл", "Бермет", "Жаркынай", "Гүлмира", "Айпери", "Назира", "Динара", "Салтанат", "Мээрим", "Кундуз", "Жибек"];
    private static readonly string[] Men = ["Бакыт", "Азамат", "Нурбек", "Эрлан", "Талант", "Максат", "Улан", "Кубат", "Жаныбек", "Рустам"];
    private static readonly string[] Stems = ["Асан", "Мамат", "Токтогул", "Жумабек", "Сыдык", "Осмон", "Кадыр", "Ормон", "Бейшен", "Абдыкадыр", "Эргеш", "Турдубай", "Исак", "Молдо", "Сатыбалды"];
    private static readonly string[] Places = ["Кара-Суу", "Узген р-н", "Сузакский район", "Ноокат", "г. Талас", "Чуй обл., Сокулук", "Бишкек", "Кочкор", "Баткен", "Араван", "Базар-Коргон", "Аламедин"];

    private const string Unnamed = "не назвалась";

    private readonly Random random = new(seed);

    private sealed record Woman(string Id, char Sex, string Given, string Family, string Father, int Year, string Place, string Phone);

    public (byte[] Csv, List<MadeRow?> Truth) Make(int entries)
    {
        var people = Enumerable.Range(0, entries / 2).Select(Person).ToArray();
        var kyrgyz = random.Next(2) == 0;
        string[] fields = ["number", "date", "name", "phone", "sex", "birth", "place", "country", "city", "topic", "action", "claimed", "recovered", "remark"];
        var order = fields.OrderBy(_ => random.Next()).ToArray();
        var truth = new List<MadeRow?> { null, null, null };
        var csv = new StringBuilder("Журнал учёта обращений за 2023 год;;;\n;;;\n").AppendLine(string.Join(';', order.Select(field => Heading(field, kyrgyz))));
        for (var i = 1; i <= entries; i++)
        {
            if (i % 60 == 0) Line(csv, truth, null, [kyrgyz ? "Жыйынтыгы" : "Итого за месяц:", "60"]);
            var (cells, row) = Entry(i, people[random.Next(people.Length)]);
            Line(csv, truth, row, order.Select(field => cells[field]));
        }

        Line(csv, truth, null, [kyrgyz ? "БАРДЫГЫ" : "ВСЕГО", entries.ToString(CultureInfo.InvariantCulture)]);
        return (Encoding.UTF8.GetBytes(csv.ToString()), truth);
    }

    private static void Line(StringBuilder csv, List<MadeRow?> truth, MadeRow? row, IEnumerable<string> cells)
    {
        csv.AppendLine(string.Join(';', cells.Select(cell => cell.Contains(';') || cell.Contains('"') ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell)));
        truth.Add(row);
    }

    private Woman Person(int i)
    {
        var sex = random.Next(3) == 0 ? 'M' : 'F';
        var prefix = Pick("+99655", "+99670", "+99677");
        return new Woman($"w{i}", sex, Pick(sex == 'F' ? Women : Men), Pick(Stems), Pick(Stems), random.Next(1966, 2005), Pick(Places), $"{prefix}{i:D3}{random.Next(1000, 9999)}");
    }

    private (Dictionary<string, string> Cells, MadeRow Row) Entry(int number, Woman who)
    {
        var anonymous = random.Next(14) == 0;
        var date = new DateOnly(2023, 1, 1).AddDays(random.Next(365));
        var (country, countryWords, cities) = Countries[random.Next(Countries.Length)];
        var topics = Topics.OrderBy(_ => random.Next()).Take(random.Next(4) == 0 ? 2 : 1).ToArray();
        var (claimed, claimedText) = random.Next(3) == 0 ? Sum() : (null, "");
        var (recovered, recoveredText) = claimed is { } sum && random.Next(3) == 0 ? (sum / 2, Money(sum / 2)) : (default(decimal?), "");
        var (birth, fromAge) = anonymous || random.Next(5) == 0 ? ("", false) : Birth(who);
        var cells = new Dictionary<string, string>
        {
            ["number"] = number.ToString(CultureInfo.InvariantCulture),
            ["date"] = Date(date),
            ["name"] = anonymous ? Pick("аноним", "Анонимный звонок", Unnamed, "", "атын айткан жок") : Name(who),
            ["phone"] = anonymous || random.Next(4) == 0 ? "" : Phone(who),
            ["sex"] = anonymous ? "" : who.Sex == 'F' ? Pick("ж", "жен.", "аял", "Женский") : Pick("м", "муж.", "эркек", "Мужской"),
            ["birth"] = birth,
            ["place"] = anonymous ? "" : who.Place,
            ["country"] = Pick(countryWords),
            ["city"] = Pick([.. cities, ""]),
            ["topic"] = string.Join(Pick("; ", " + ", ";"), topics.Select(topic => Pick(topic.Words))),
            ["action"] = Pick("консультация", "кеңеш берилди", "передано юристу", ""),
            ["claimed"] = claimedText,
            ["recovered"] = recoveredText,
            ["remark"] = Pick("", "", "повторно", "звонить после 19:00", "күйөөсү билбесин", "18ден кийин чалгыла"),
        };
        return (cells, new MadeRow(anonymous ? null : who.Id, date, country, [.. topics.Select(topic => topic.Code)], anonymous ? (cells["name"] == Unnamed ? 'F' : null) : who.Sex, birth.Length == 0 ? null : who.Year, fromAge, claimed, recovered));
    }

    private string Name(Woman who)
    {
        var woman = who.Sex == 'F';
        var family = who.Family + (woman ? "ова" : "ов");
        var particle = woman ? "кызы" : "уулу";
        return random.Next(8) switch
        {
            0 => $"{who.Given} {family}",
            1 => $"{family.ToUpperInvariant()} {who.Given.ToUpperInvariant()}",
            2 => $"{family} {who.Given} {who.Father}{(woman ? "овна" : "ович")}",
            3 => $"{who.Father} {particle} {who.Given}",
            4 => $"{family} {who.Given}".ToLowerInvariant(),
            5 => $"{family} {who.Given}".Replace('ү', 'у').Replace('ө', 'о').Replace('ң', 'н'),
            _ => $"{family} {who.Given}",
        };
    }

    private string Phone(Woman who)
    {
        var local = who.Phone[4..];
        return random.Next(6) switch
        {
            0 => "0" + local,
            1 => $"{who.Phone[..4]} {local[..3]} {local[3..6]}-{local[6..]}",
            2 => "тел: " + who.Phone,
            3 => who.Phone + Pick(" (брат)", " муж", " (эжеси)"),
            _ => who.Phone,
        };
    }

    private string Date(DateOnly day) => random.Next(8) switch
    {
        0 => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        1 => day.ToString("dd.MM.yy", CultureInfo.InvariantCulture),
        2 => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture),
        3 => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
        4 => $"{day.Day} {new[] { "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря" }[day.Month - 1]}",
        5 => day.ToString("dd.MM.yyyy г.", CultureInfo.InvariantCulture),
        6 => day.ToString("d.M", CultureInfo.InvariantCulture) + "?",
        _ => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
    };

    private (string Text, bool FromAge) Birth(Woman who) => random.Next(7) switch
    {
        0 => ($"{2023 - who.Year} жаш", true),
        1 => ($"{2023 - who.Year} лет", true),
        2 => ($"{who.Year % 100:00}", false),
        3 => ($"{who.Year} г.р.", false),
        4 => ($"01.01.{who.Year}", false),
        _ => (who.Year.ToString(CultureInfo.InvariantCulture), false),
    };

    private (decimal? Amount, string Text) Sum()
    {
        var amount = random.Next(10, 400) * 1000m;
        return (amount, Money(amount));
    }

    private string Money(decimal amount) => random.Next(8) switch
    {
        0 => amount.ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', ' ') + " сом",
        1 => amount.ToString("#,##0.00", CultureInfo.InvariantCulture),
        2 => (amount / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " тыс. руб.",
        3 => "~" + amount.ToString("0", CultureInfo.InvariantCulture),
        4 => "около " + amount.ToString("0", CultureInfo.InvariantCulture),
        5 => amount.ToString("0", CultureInfo.InvariantCulture) + "$",
        _ => amount.ToString("0", CultureInfo.InvariantCulture),
    };

    private string Heading(string field, bool kyrgyz) => field switch
    {
        "number" => kyrgyz ? "№" : "№ п/п",
        "date" => kyrgyz ? Pick("Күнү", "Кайрылган күнү") : Pick("Дата", "Дата приёма"),
        "name" => kyrgyz ? Pick("Аты-жөнү", "Аты жөнү") : Pick("Ф.И.О.", "Фамилия, имя, отчество", "ФИО заявителя"),
        "phone" => kyrgyz ? "Байланыш телефону" : Pick("Контакты", "Моб. телефон", "Тел."),
        "sex" => kyrgyz ? "Жынысы" : "Пол (м/ж)",
        "birth" => kyrgyz ? "Туулган жылы" : Pick("Год рождения", "Г.р."),
        "place" => kyrgyz ? Pick("Кайдан", "Туулган жери") : Pick("Место жительства", "Область, район"),
        "country" => kyrgyz ? Pick("Өлкө", "Барган өлкөсү") : Pick("Страна", "Страна пребывания"),
        "city" => kyrgyz ? "Шаар" : "Город",
        "topic" => kyrgyz ? Pick("Маселе", "Кайрылуунун мазмуну") : Pick("Суть обращения", "Тема", "Проблема"),
        "action" => kyrgyz ? "Көрүлгөн чаралар" : Pick("Принятые меры", "Результат"),
        "claimed" => kyrgyz ? Pick("Карыз", "Карыздын суммасы") : Pick("Сумма задолженности", "Сумма иска"),
        "recovered" => kyrgyz ? Pick("Кайтарылды", "Өндүрүлгөн сумма") : Pick("Взыскано", "Возвращено"),
        _ => kyrgyz ? Pick("Эскертүү", "Кошумча маалымат") : Pick("Примечание", "Комментарий"),
    };

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
