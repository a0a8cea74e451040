using FsCheck;
using FsCheck.Fluent;
using Turna.Names;
using Turna.Testing.Names;

namespace Turna.UnitTests.Names;

public sealed class Comparing_tests
{
    [Theory]
    [InlineData("Айгүл Асан кызы", "Асанова Айгуль Асановна")]
    [InlineData("Айгүл Асан кызы", "ASANOVA AIGUL")]
    [InlineData("Жумабек Жээнбеков", "Zheenbekov Djumabek")]
    [InlineData("Жыпаркүл Бакытова", "Bakytova Jyparkul")]
    [InlineData("Юсупов Илхом", "Жусупов Илхом")]
    [InlineData("Abdullayev Otabek Karim o'g'li", "Абдуллаев Отабек Каримович")]
    [InlineData("Қодиров Жўрабек", "Qodirov Jo‘rabek")]
    [InlineData("Асанова Айгүл", "Acанoвa Aйгyл")]
    [InlineData("Асанова Айгүл", "Асаонва Айгүл")]
    [InlineData("Жээнбекова Толгонай", "ZHENBEKOVA<<TOLGONAI<<<<<<<")]
    [InlineData("Чыңгыз Маматов", "Mamatov Chingiz")]
    [InlineData("Cumabekov Canıbek", "Жумабеков Жаныбек")]
    [InlineData("Пётр Цветков", "Tsvetkov Pyotr")]
    [InlineData("Қобилова Сайёра", "Qobilova Sayyora")]
    [InlineData("Рыбина Анастасия Геннадьевна", "Рыбина (Маматова) Анастасия")]
    [InlineData("Фирӯззода Сӯҳроб", "Фирузов Сухроб")]
    [InlineData("Элдияров Алтын Бек", "Элдияров Алтынбек")]
    [InlineData("Омүрбек кызы Тынар", "Omurbekkyz Tynar")]
    [InlineData("Al-Khatib Omar", "Аль Хатиб Омар")]
    [InlineData("Мамат-Алиев Эсен", "Маматалиев Эсен")]
    [InlineData("Назаров Канат", "Нзааров Канат")]
    [InlineData("Асанбаев Данияр", "Асанбаев Даняир")]
    [InlineData("Чыныбаев Актилек", "Чынбаев Актилек")]
    [InlineData("Ryskulbekov Iskhak", "Ryskulbekov Ishak")]
    [InlineData("Алексеев Дмитрий", "Alexeev Dmitry")]
    [InlineData("Сүйөркулов Бек", "Суйоркулов Бек")]
    [InlineData("Гаджиев Рашад", "Hacıyev Rəşad")]
    [InlineData("Абдыразаков Улан", "Абдуразаков Улан")]
    [InlineData("ABDIRASULOVA<<MAKHABAT<ERG", "Абдирасулова Махабат Эргешовна")]
    [InlineData("ABDYRAKHMANBEKOVA<<GULBARCHYNBUBUKANSUL", "Абдырахманбекова Гүлбарчынбүбүкансулуу")]
    [InlineData("ABDYRAKHMANMYRZABEKOVA<<YSMAIYLKANGULBARC", "Абдырахманмырзабекова Ысмайылкангүлбарчын")]
    public void One_person_under_two_writings(string a, string b) => NameComparison.Compare(a, b).Verdict.ShouldBe(Verdict.Same);

    [Theory]
    [InlineData("Асанова А.", "Асанова Айгүл")]
    [InlineData("Асанова Айгүл Бакытовна", "Токтогулова Айгүл Бакытовна")]
    [InlineData("Бакыт уулу Азамат", "Азамат Б.")]
    [InlineData("Иванова Катя", "Иванова Екатерина")]
    [InlineData("Сухробов Д.", "Сухробов Джамшед")]
    [InlineData("Алиев Тимур", "Валиев Тимур")]
    [InlineData("Кадырова Айнура", "Кыдырова Айнура")]
    [InlineData("Кочоров Руслан", "Кочуров Руслан")]
    [InlineData("Сагынбаев АК", "Сагынбаев Азамат Калыкович")]
    [InlineData("Аманов Эркинбек", "Аманов Эркин")]
    [InlineData("Ибраев Нурсултан", "Ибраев Нурик")]
    [InlineData("Сыдыгалиева Айнура", "Сыдыгалиева Айка")]
    [InlineData("Рахат Токтомушев", "Рахат Токтомушева")]
    public void Worth_a_look_but_not_the_same(string a, string b) => NameComparison.Compare(a, b).Verdict.ShouldBe(Verdict.Possible);

    [Theory]
    [InlineData("Асанова Айгүл Бакытовна", "Асанова Айпери Бакытовна")]
    [InlineData("Галип уулу Манас", "Манас Талип уулу")]
    [InlineData("Талант уулу Эрмек", "Талант уулу Бермек")]
    [InlineData("Нурбекова Гүлсара Бөрүбаевна", "Nurbekova Gulsana Borubaevna")]
    [InlineData("Джолдошова Наргиза", "Жолдошбаева Наргиза")]
    [InlineData("Асан Бакыт уулу", "Бакыт Асан уулу")]
    [InlineData("Асанов Бакыт Токтогулович", "Асанова Айгүл Бакытовна")]
    [InlineData("Асанов Марат", "Асанов Мурат")]
    [InlineData("Бакытова Асел", "Бакытова Асан")]
    [InlineData("Асанова Айгүл", "Асанова Айгерим")]
    [InlineData("Токтогулов Бакыт", "Токтогулова Бактыгүл")]
    [InlineData("Асанов Хасан Бакытович", "Асанов Хусан Бакытович")]
    [InlineData("Асанова А.", "Асанова Бермет")]
    public void Two_people_who_look_alike(string a, string b) => NameComparison.Compare(a, b).Verdict.ShouldBe(Verdict.Different);

    [Fact]
    public void Namesakes_born_in_different_years_are_not_the_same() =>
        NameComparison.Compare(NameRecord.Read("Асанова Айгүл", birthYear: 1980), NameRecord.Read("Асанова Айгүл", birthYear: 1995)).Verdict.ShouldNotBe(Verdict.Same);

    [Fact]
    public void An_equal_year_is_evidence_and_another_counts_against()
    {
        double Evidence(int year) => NameComparison.Compare(NameRecord.Read("Асанова Айгүл", birthYear: 1980), NameRecord.Read("ASANOVA AIGUL", birthYear: year)).Evidence;
        Evidence(1980).ShouldBeGreaterThan(Evidence(1981));
        Evidence(1981).ShouldBeGreaterThan(Evidence(1995));
    }

    [Fact]
    public void A_rare_name_counts_for_more_than_a_common_one() =>
        NameComparison.Compare("Кыдыков Учкун", "Kydykov Uchkun").Evidence.ShouldBeGreaterThan(NameComparison.Compare("Бакытов Нурлан", "Bakytov Nurlan").Evidence);

    [Fact]
    public void The_reasons_are_given_in_words() =>
        NameComparison.Compare("Айгүл Асан кызы", "Асанова Айгуль Асановна").InWords().ShouldStartWith("same given name, patronymic matches the father's name");

    [Fact]
    public void Is_symmetric_and_full_for_itself_on_any_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (a, b) =>
            NameComparison.Compare(a, b) == NameComparison.Compare(b, a) && NameComparison.Compare(a, a).Score == 1).QuickCheckThrowOnFailure();

    /// <summary>Found among ten million random texts.</summary>
    [Fact]
    public void Words_agree_alike_from_both_sides()
    {
        const string One = "'\u042E\u2035T\u21FC\u0516`\u044B\u04CC";
        const string Other = "\u04C3\u04CB.\u205A1Wt\u208A+";
        NameComparison.Compare(One, Other).ShouldBe(NameComparison.Compare(Other, One));
    }

    [Fact]
    public void Is_symmetric_and_indifferent_to_the_order_of_words_on_names()
    {
        foreach (var pair in NamePairs.Draw(seed: 31, perKind: 20))
        {
            var there = NameComparison.Compare(pair.A, pair.B);
            NameComparison.Compare(pair.B, pair.A).ShouldBe(there, pair.ToString());
        }
    }

    [Fact]
    public void Pairs_of_every_kind_are_judged_well_enough()
    {
        var judged = NamePairs.Draw(seed: 32, perKind: 60).Select(p => (Pair: p, NameComparison.Compare(A(p), B(p)).Verdict)).ToArray();
        var same = judged.Where(j => j.Pair.Truth == Truth.Same).ToArray();
        var different = judged.Where(j => j.Pair.Truth == Truth.Different).ToArray();

        ShareOfSame(same).ShouldBeGreaterThan(0.9);
        ShareOfSame(different).ShouldBeLessThan(0.01);
        ShareOfSame(judged.Where(j => j.Pair.Kind == "married")).ShouldBeLessThan(0.02);
        ShareOfSame(judged.Where(j => j.Pair.Kind is "initial" or "initials")).ShouldBe(0);
    }

    private static double ShareOfSame(IEnumerable<(NamePair, Verdict Verdict)> judged) => judged.Average(j => j.Verdict == Verdict.Same ? 1.0 : 0.0);

    private static NameRecord A(NamePair pair) => NameRecord.Read(pair.A, SexOf(pair.FemaleA), pair.YearA);

    private static NameRecord B(NamePair pair) => NameRecord.Read(pair.B, SexOf(pair.FemaleB), pair.YearB);

    private static Turna.Names.Sex SexOf(bool? female) => female switch { true => Turna.Names.Sex.Female, false => Turna.Names.Sex.Male, null => Turna.Names.Sex.Unknown };
}
