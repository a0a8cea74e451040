using Turna.Names;

namespace Turna.UnitTests.Names;

public sealed class Reading_tests
{
    [Theory]
    [InlineData("Айгүл Асан кызы", null, "aigul", "asan")]
    [InlineData("Асан кызы Айгүл", null, "aigul", "asan")]
    [InlineData("Асанкызы Айгүл", null, "aigul", "asan")]
    [InlineData("Айгүл Асан-кызы", null, "aigul", "asan")]
    [InlineData("Асан к. Айгүл", null, "aigul", "asan")]
    [InlineData("Bakyt uulu Nurlan", null, "nurlan", "bakit")]
    [InlineData("Бакыт тегин Нурлан", null, "nurlan", "bakit")]
    [InlineData("Асанова Айгуль Асановна", "asan", "aigul", "asan")]
    [InlineData("Айгуль Асановна Асанова", "asan", "aigul", "asan")]
    [InlineData("ASANOVA AIGUL", "asan", "aigul", null)]
    [InlineData("ASANOVA<<AIGUL<BAKYTOVNA<<<<", "asan", "aigul", "bakit")]
    [InlineData("Abdullayev Otabek Karim o‘g‘li", "abdul", "otabek", "karim")]
    [InlineData("Karimova Dilnoza Rahmon qizi", "karim", "dilnoza", "rahmon")]
    [InlineData("Раҳмонзода Ҷамшед", "rahmon", "jamxed", null)]
    [InlineData("Турдубаева Бермет", "turdub", "bermet", null)]
    [InlineData("Турдубайова Бермет", "turdub", "bermet", null)]
    [InlineData("Hasan oğlu Emir", null, "emir", "hasan")]
    [InlineData("Нур Гүл Асанова", "asan", "nurgul", null)]
    [InlineData("Нур-Гүл Асанова", "asan", "nurgul", null)]
    [InlineData("Асанова Айгүл (сестра)", "asan", "aigul", null)]
    [InlineData("Асанова Айгүл тел. 0555123456", "asan", "aigul", null)]
    [InlineData("Г-жа Асанова Айгүл - мама", "asan", "aigul", null)]
    [InlineData("Айгүл эже", null, "aigul", null)]
    [InlineData("Каримўғли Жасур", null, "jasur", "karim")]
    [InlineData("Бектулпаруулу Нурлан", null, "nurlan", "bektulpar")]
    [InlineData("Ким-Алиева Елена", "al", "elena", null)]
    [InlineData("Қодирӣ Нигина", "kodir", "nigina", null)]
    [InlineData("Yo‘ldosheva O‘g‘iloy", "iuldox", "ugiloi", null)]
    [InlineData("Бекқызы Айдана", null, "aidana", "bek")]
    [InlineData("Fcfyjdf Fquekm", "asan", "aigul", null)]
    [InlineData(";evf,tr eeke Xsyusp", null, "ciniz", "jumabek")]
    [InlineData("Фыфтщмф Фшпгд", "asan", "aigul", null)]
    [InlineData("Мамытова Ысмар", "mamit", "ismar", null)]
    [InlineData("Uezbaev Duishon", "uezb", "duixon", null)]
    [InlineData("Alexeeva Xenia", "aleks", "ksenia", null)]
    [InlineData("Ishoqov Yunus", "ishok", "iunus", null)]
    [InlineData("5ектурова Айгүл", "bektur", "aigul", null)]
    [InlineData("Асанова Т4лант", "asan", "talant", null)]
    public void Finds_the_parts_in_any_order_and_convention(string text, string? family, string? given, string? father)
    {
        var name = PersonName.Read(text);
        name.Family?.Sound.ShouldBe(family);
        (name.Family is null).ShouldBe(family is null);
        name.Given?.Sound.ShouldBe(given);
        name.Father?.Sound.ShouldBe(father);
        (name.Father is null).ShouldBe(father is null);
    }

    [Theory]
    [InlineData("Асанова А.", true)]
    [InlineData("Асанова А.Б.", true)]
    [InlineData("А. Б. Асанова", true)]
    [InlineData("Асанова Айгүл", false)]
    [InlineData("Сагынбаев АК", true)]
    [InlineData("РН Бообекова", true)]
    [InlineData("Цой Ан", false)]
    [InlineData("Асанова Ай", false)]
    public void Knows_an_initial(string text, bool initial) => PersonName.Read(text).Given!.IsInitial.ShouldBe(initial);

    [Theory]
    [InlineData("Асан кызы Айгүл", Turna.Names.Sex.Female)]
    [InlineData("Бакыт уулу Нурлан", Turna.Names.Sex.Male)]
    [InlineData("Асанова А.", Turna.Names.Sex.Female)]
    [InlineData("Karimov O. Karim o'g'li", Turna.Names.Sex.Male)]
    [InlineData("Асан", Turna.Names.Sex.Male)]
    public void Sees_the_sex_where_the_name_shows_it(string text, Turna.Names.Sex sex) => PersonName.Read(text).Sex.ShouldBe(sex);

    [Fact]
    public void Leaves_unclear_what_is_unclear() => PersonName.Read("Асан Айбек").RolesCertain.ShouldBeFalse();

    [Fact]
    public void Columns_that_were_exchanged_are_put_right()
    {
        var name = PersonName.Of("Айгүл", "Асанова");
        name.Given!.Text.ShouldBe("айгүл");
        name.Family!.Text.ShouldBe("асанова");
    }

    [Fact]
    public void A_particle_in_the_family_column_gives_the_father()
    {
        var name = PersonName.Of("Асан кызы", "Айгүл");
        name.Father!.Sound.ShouldBe("asan");
        name.Family.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("12345")]
    public void A_text_without_a_name_reads_as_empty(string text) => NameComparison.Compare(text, "Асанова Айгүл").Verdict.ShouldBe(Verdict.Different);
}
