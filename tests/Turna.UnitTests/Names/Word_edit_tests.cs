using Turna.Names;

namespace Turna.UnitTests.Names;

public sealed class Word_edit_tests
{
    [Theory]
    [InlineData("Сакиров", "Шакиров", "OddSlip")]
    [InlineData("Seker", "Şeker", "Close")]
    [InlineData("Шеркулов", "Serkulov", "Close")]
    [InlineData("Арыстов", "Барыстов", "OddSlip")]
    [InlineData("Турдуев", "Дурдуев", "OddSlip")]
    [InlineData("Орозбеков", "Орзобеков", "SlipOfKnown")]
    [InlineData("Бозоров", "Базаров", "Close")]
    [InlineData("Абдуқодиров", "Абдыкадыров", "Close")]
    [InlineData("Тагайкулова", "Тыгайкулова", "OddSlip")]
    [InlineData("Базарбаев", "Базаров", "OddSlip")]
    [InlineData("Осмонов", "Усманов", "Form")]
    [InlineData("Орозалиев", "Орзалиев", "SlipOfKnown")]
    public void Family_names_agree_as_their_scripts_explain(string a, string b, string level) =>
        NameComparison.Compare(a + " Нурлан", b + " Нурлан").Seen.Family.ToString().ShouldBe(level);

    [Theory]
    [InlineData("Медер", "Медет")]
    [InlineData("Сабина", "Сабрина")]
    [InlineData("Гулсара", "Гулшара")]
    [InlineData("Азиз", "Азим")]
    public void Given_names_of_two_people_are_not_one_mistyped(string a, string b) =>
        NameComparison.Compare("Усенова " + a, "Усенова " + b).Verdict.ShouldNotBe(Verdict.Same);

    [Theory]
    [InlineData("Рахимов Шерзод", "Ракимов Шерзод", NameReason.FamilyTradition)]
    [InlineData("Рахимов Шерзод", "Raximov Sherzod", NameReason.SameFamily)]
    [InlineData("Арыстов Тимур", "Барыстов Тимур", NameReason.FamilyNear)]
    [InlineData("Магомедов Магомед", "Мухаммедов Мухаммед", NameReason.FamilyTradition)]
    [InlineData("Асанова Мавлюдакан", "Асанова Мавлудакан", NameReason.GivenTradition)]
    [InlineData("Орозбеков Эрмек", "Орзобеков Эрмек", NameReason.FamilySlip)]
    public void The_reason_says_what_was_seen(string a, string b, NameReason reason) => NameComparison.Compare(a, b).Reasons.ShouldContain(reason);

    [Fact]
    public void An_equal_year_of_birth_settles_a_doubtful_letter()
    {
        Verdict WithYears(int? year) => NameComparison.Compare(NameRecord.Read("Орозбекова Айпери", birthYear: year), NameRecord.Read("Ороcбекова Айпери", birthYear: year)).Verdict;
        WithYears(null).ShouldBe(Verdict.Possible);
        WithYears(1990).ShouldBe(Verdict.Same);
    }
}
