namespace Turna.UnitTests.Importing;

/// <summary>What the column of names tells of a caller who gave none.</summary>
public sealed class Nameless_caller_tests
{
    [Theory]
    [InlineData("аноним, девушка", 'F'), InlineData("анонимно (женщина)", 'F'), InlineData("аноним аял киши", 'F'), InlineData("женщина, не представилась", 'F'), InlineData("Аноним-жен.", 'F'), InlineData("аял, атын айтпады", 'F'), InlineData("Женщина", 'F')]
    [InlineData("аноним (муж.)", 'M'), InlineData("эркек, атын айтпады", 'M'), InlineData("мужчина без имени", 'M'), InlineData("аноним, м", 'M'), InlineData("anonim, ayol", 'F')]
    public void The_sex_is_kept_and_nobody_is_registered(string written, char sex)
    {
        var row = Readings.Row($"ФИО={written}");
        row.Name.ShouldBeNull();
        row.Sex.ShouldBe(sex);
    }

    [Theory, InlineData("аноним"), InlineData("аноним, муж"), InlineData("аноним, звонила сестра"), InlineData("аноним (мужчина и женщина)"), InlineData("Аноним М"), InlineData("аноним, бала")]
    public void Who_is_not_told_for_certain_has_none(string written) => Readings.Row($"ФИО={written}").Sex.ShouldBeNull();

    [Fact]
    public void The_column_of_sexes_counts_first() => Readings.Row("ФИО=аноним, женщина", "Пол=м").Sex.ShouldBe('M');
}
