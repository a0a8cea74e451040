using Turna.People.Keeping;
using Turna.People.Searching;

namespace Turna.UnitTests.People;

/// <summary>Enter opens the first answer, so the first has to be the best.</summary>
public sealed class Search_order_tests
{
    [Theory]
    [InlineData("Сыдык уулу Данияр", "Сыдык уулу Данияр", "Молдобеков Данияр Сыдыкович")]
    [InlineData("Сыдык уулу Дан", "Сыдык уулу Данияр", "Молдобеков Данияр Сыдыкович")]
    [InlineData("сыдык дан", "Сыдык уулу Данияр", "Молдобеков Данияр Сыдыкович")]
    [InlineData("дан сыдык", "Сыдык уулу Данияр", "Молдобеков Данияр Сыдыкович")]
    [InlineData("сыдык данияр", "Сыдык уулу Данияр", "Молдобеков Данияр Сыдыкович")]
    [InlineData("Данияр Сыдык уулу", "Сыдык уулу Данияр", "Молдобеков Данияр Сыдыкович")]
    [InlineData("Sydyk uulu Daniyar", "Сыдык уулу Данияр", "Молдобеков Данияр Сыдыкович")]
    [InlineData("Асан кызы Айгуль", "Асан кызы Айгуль", "Токтогулова Айгуль Асановна")]
    [InlineData("асан айг", "Асан кызы Айгуль", "Токтогулова Айгуль Асановна")]
    [InlineData("Асанова Айгуль", "Асанова Айгуль", "Токтогулова Айгуль Асановна")]
    [InlineData("асанова айг", "Асанова Айгуль", "Токтогулова Айгуль Асановна")]
    [InlineData("айгуль асан", "Асанова Айгуль", "Токтогулова Айгуль Асановна")]
    [InlineData("Сыдыков Данияр", "Сыдыков Данияр", "Сыдык уулу Данияр")]
    [InlineData("Сыдык уулу Данияр", "Сыдык уулу Данияр", "Сыдыков Данияр")]
    [InlineData("Молдобеков Данияр", "Молдобеков Данияр Сыдыкович", "Сыдык уулу Данияр")]
    public void Her_own_name_comes_before_a_name_met_through_the_father(string typed, string own, string other)
    {
        var query = SearchQuery.Read(typed);

        (query.Match(Named(own))?.Score ?? 0).ShouldBeGreaterThan(query.Match(Named(other))?.Score ?? 0);
    }

    [Fact]
    public void A_year_that_was_typed_still_tells_namesakes_apart()
    {
        var query = SearchQuery.Read("Сыдык уулу Данияр 1990");

        query.Match(Named("Сыдык уулу Данияр", "1990"))!.Score.ShouldBeGreaterThan(query.Match(Named("Сыдык уулу Данияр", "1975"))?.Score ?? 0);
        query.Match(Named("Молдобеков Данияр Сыдыкович", "1990"))!.Score.ShouldBeGreaterThan(query.Match(Named("Сыдык уулу Данияр", "1975"))?.Score ?? 0);
    }

    [Theory]
    [InlineData("кас венезар", "Алмаз кызы Венера", true)]
    [InlineData("Алмазова Венера 1990", "Касымова Венера", true)]
    [InlineData("Асанова Айгуль", "Токтогулова Айгуль Асановна", false)]
    [InlineData("касымова вен", "Касымова Венера", false)]
    [InlineData("Касимова Винера", "Касымова Венера", false)]
    public void Whoever_has_another_name_is_not_taken_unseen(string typed, string name, bool doubtful) =>
        (SearchQuery.Read(typed).Match(Named(name, "1990"))?.IsDoubtful ?? true).ShouldBe(doubtful);

    private static Identity Named(string name, string? born = null) => new() { Names = [new NameForm { Whole = name }], Born = born };
}
