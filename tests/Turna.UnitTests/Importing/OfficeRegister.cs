using System.Globalization;
using System.Text;

namespace Turna.UnitTests.Importing;

/// <summary>What stands in a made row: who it was, and each value with the habit it was written in. Null values are not written.</summary>
internal sealed record MadeEntry(string? Person, IReadOnlyDictionary<string, Habit> Written);

/// <summary>
/// Makes whole registers out of the tables of habits: an office's own words for its columns, their order, titles, totals and repeated
/// headings, a text table in some code page or a workbook of several sheets. Deterministic by seed.
/// </summary>
internal sealed class OfficeRegister
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["date"] = "dates", ["sex"] = "sexes", ["birth"] = "births", ["country"] = "countries", ["topic"] = "topics", ["claimed"] = "sums", ["recovered"] = "sums",
    };

    private static readonly string[] Remarks = ["", "", "", "повторно", "перезвонить", "звонить после 19:00", "күйөөсү билбесин", "направлена в консульство"];
    private readonly Random random;
    private readonly Office office;
    private readonly MadePeople people;
    private readonly List<string?[]> lines = [];

    public OfficeRegister(int seed)
    {
        random = new Random(seed);
        office = new Office(random);
        people = new MadePeople(random);
    }

    public List<MadeEntry?> Truth { get; } = [];

    public byte[] File { get; private set; } = [];

    public OfficeRegister Make(int entries)
    {
        var visitors = people.Make(entries / 2);
        var headings = office.Order.Select(office.Heading).ToArray();
        if (random.Next(3) > 0) Between(office.Title(), random.Next(2) == 0);
        if (random.Next(3) == 0) Between(null, false);
        Add(headings, null);
        if (random.Next(4) == 0) Add([.. headings.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))], null);
        for (var i = 1; i <= entries; i++)
        {
            if (random.Next(40) == 0) Between(office.Part(), false);
            if (random.Next(50) == 0) Between(office.Total(), true);
            if (random.Next(60) == 0) Add(headings, null);
            if (random.Next(70) == 0) Between(null, false);
            Entry(i, visitors[random.Next(visitors.Count)]);
        }

        Between(office.Total(), true);
        Between(office.Ending(), false);
        File = Written();
        return this;
    }

    private void Between(string? text, bool counted)
    {
        var line = new string?[office.Order.Length];
        line[0] = text;
        if (counted && text is not null) line[1] = random.Next(5, 90).ToString(CultureInfo.InvariantCulture);
        Add(line, null);
    }

    private void Add(string?[] cells, MadeEntry? entry)
    {
        lines.Add(cells);
        Truth.Add(entry);
    }

    private void Entry(int number, MadePerson who)
    {
        var anonymous = random.Next(15) == 0;
        var written = new Dictionary<string, Habit>
        {
            ["date"] = Usual("date"), ["country"] = Usual("country"), ["topic"] = Usual("topic"), ["sex"] = Sex(who, anonymous), ["birth"] = Birth(who, anonymous),
            ["claimed"] = random.Next(3) == 0 ? Usual("claimed") : Nothing, ["recovered"] = Nothing,
        };
        if (written["claimed"].Written.Length > 0 && random.Next(3) == 0) written["recovered"] = Recovered(written["claimed"]);
        var country = written["country"].Written.Split('|');
        var others = new Dictionary<string, string>
        {
            ["number"] = number.ToString(CultureInfo.InvariantCulture),
            ["name"] = anonymous ? office.Pick("аноним", "Анонимно", "не назвалась", "инкогнито", "", "атын айтпады", "отказалась назваться") : people.Write(who),
            ["phone"] = anonymous || who.Phone is null || random.Next(4) == 0 ? "" : people.WritePhone(who.Phone),
            ["place"] = anonymous ? "" : who.Place,
            ["country"] = country[0], ["city"] = country[1],
            ["action"] = office.Pick("консультация", "кеңеш берилди", "письмо работодателю", ""),
            ["remark"] = office.Pick(Remarks),
        };
        Add([.. office.Order.Select(field => others.TryGetValue(field, out var text) ? text : written[field].Written)], new MadeEntry(anonymous ? null : who.Id, written));
    }

    private static Habit Nothing { get; } = new("", "null", "no");

    private Habit Usual(string field)
    {
        var table = Habit.Of(Tables[field]);
        while (true)
            if (table[random.Next(table.Count)] is var habit && (habit.Doubt != "yes" || random.Next(6) == 0)) return habit;
    }

    /// <summary>A row has one currency: what came back is in that of the claim.</summary>
    private Habit Recovered(Habit claimed)
    {
        var currency = claimed.Value.Split(' ')[1];
        var same = Habit.Of("sums").Where(habit => habit.Doubt != "yes" && habit.Value != "null ?" && habit.Value.EndsWith(currency, StringComparison.Ordinal)).ToArray();
        return same.Length == 0 ? Nothing : same[random.Next(same.Length)];
    }

    private Habit Sex(MadePerson who, bool anonymous) => anonymous ? Nothing
        : new Habit(who.Sex == 'F' ? office.Pick("ж", "Ж", "жен", "жен.", "Женский", "аял", "женщина") : office.Pick("м", "М", "муж", "муж.", "Мужской", "эркек", "мужчина"), who.Sex.ToString(), "no");

    private Habit Birth(MadePerson who, bool anonymous)
    {
        if (anonymous || random.Next(4) == 0) return Nothing;
        var year = who.Year.ToString(CultureInfo.InvariantCulture);
        return random.Next(9) switch
        {
            0 => new Habit($"{2023 - who.Year} лет", year, "yes"),
            1 => new Habit($"{2023 - who.Year} жашта", year, "yes"),
            2 => new Habit($"{year} г.р.", year, "no"),
            3 => new Habit($"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{year}", year, "no"),
            4 => new Habit($"{year}-жыл", year, "no"),
            5 => new Habit($"{year[2..]} г.р.", year, "may"),
            _ => new Habit(year, year, "no"),
        };
    }

    private byte[] Written()
    {
        if (random.Next(3) == 0) return Workbook();
        var separator = office.Pick(";", ",", "\t");
        var text = string.Join(random.Next(2) == 0 ? "\r\n" : "\n", lines.Select(line => string.Join(separator, line.Select(cell => Quoted(cell ?? "", separator))))) + "\n";
        return random.Next(4) switch
        {
            0 => [0xff, 0xfe, .. Encoding.Unicode.GetBytes(text)],
            1 => [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private byte[] Workbook()
    {
        var book = new WorkbookMaker().Sheet("Лист1");
        for (var i = 0; i < lines.Count; i++)
            book.Row(i + 1, [.. lines[i].Select(cell => string.IsNullOrEmpty(cell) ? null : (object)cell)]);
        return book.Sheet("Справочник").Row(1, "коды").Make();
    }

    private static string Quoted(string cell, string separator) =>
        cell.Contains(separator, StringComparison.Ordinal) || cell.Contains('"') || cell.Contains('\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
