using Turna.People.Contracts;

namespace Turna.UnitTests.People;

/// <summary>A name typed in one line goes into its parts where each word says which it is, and stays in one piece where one does not.</summary>
public sealed class Typed_name_tests
{
    [Theory]
    [InlineData("Асанова Айгуль Маратовна", "Асанова", "Айгуль", "Маратовна")]
    [InlineData("Айгуль Маратовна Асанова", "Асанова", "Айгуль", "Маратовна")]
    [InlineData("Айгуль Асанова", "Асанова", "Айгуль", null)]
    [InlineData("  Асанова,  Айгуль ", "Асанова", "Айгуль", null)]
    [InlineData("Асанов Асан Асанович", "Асанов", "Асан", "Асанович")]
    [InlineData("Айгүл Марат кызы", null, "Айгүл", "Марат кызы")]
    [InlineData("Марат кызы Айгүл", null, "Айгүл", "Марат кызы")]
    [InlineData("Asanova Aigul Maratovna", "Asanova", "Aigul", "Maratovna")]
    public void Its_words_go_where_they_belong_as_they_were_written(string typed, string? family, string? given, string? patronymic)
    {
        var person = new NewPerson().Named(typed);

        (person.Family, person.Given, person.Patronymic, person.WholeName).ShouldBe((family, given, patronymic, null));
    }

    [Theory]
    [InlineData("Айгуль")]
    [InlineData("Асанова")]
    [InlineData("Ким Ли")]
    [InlineData("Асанова А. М.")]
    [InlineData("Асанова Айгуль Бекова")]
    [InlineData("тётя Роза с рынка")]
    [InlineData("")]
    [InlineData(null)]
    public void What_cannot_be_told_apart_stays_as_it_was_typed(string? typed)
    {
        var person = new NewPerson().Named(typed);

        (person.Family, person.Given, person.Patronymic, person.WholeName).ShouldBe((null, null, null, typed));
    }
}
