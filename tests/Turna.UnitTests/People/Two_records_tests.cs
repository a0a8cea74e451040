using Turna.Evidence.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;

namespace Turna.UnitTests.People;

/// <summary>What is known of both and cannot be true of one person must not be hidden behind what agrees.</summary>
public sealed class Two_records_tests
{
    [Theory]
    [InlineData("Асанова Айгүл Бакытовна", "1988-03-02", "Asanova Aigul Bakytovna", "1988-03-02", false)]
    [InlineData("Асанова Айгүл Бакытовна", "1988-03-02", "Асанова Айгүл", "1988", false)]
    [InlineData("Асанова Айгүл", "1988-03", "Асанова Айгүл", "1988-03-02", false)]
    [InlineData("Асанова Айгүл", null, "Асанова Айгүл", "1990", false)]
    [InlineData("Асанова Айгүл", "1988", "Асанова Айгүл", "1989", false)]
    [InlineData("Асанова Айгүл", "1988-03-02", "Асанова Айгүл", "1990-05-07", true)]
    [InlineData("Асанова Айгүл", "1988-03-02", "Асанова Айгүл", "1988-03-20", true)]
    [InlineData("Асанова Айгүл", "1988-03-02", "Асанова Айгүл", "1988-05", true)]
    [InlineData("Асанова Айгүл", "1988-03-02", "Асанова Айгүл", "1989-03-02", true)]
    [InlineData("Асанова Айгүл", "1988", "Асанова Айгүл", "1998", true)]
    [InlineData("Асанова Айгүл Бакытовна", null, "Асанова Айгүл Жолдошевна", null, true)]
    public void Other_days_of_birth_and_other_fathers_contradict(string one, string? born, string other, string? otherBorn, bool contradicted)
    {
        Both(Named(Sex.Female, born, one), Named(Sex.Female, otherBorn, other)).ShouldBe(contradicted);
        Both(Named(Sex.Female, otherBorn, other), Named(Sex.Female, born, one)).ShouldBe(contradicted, "whichever stands first");
    }

    [Fact]
    public void A_fathers_name_that_stands_in_another_form_of_the_name_agrees() =>
        Both(Named(Sex.Female, null, "Асанова Айгүл Жолдошевна", "Асанова Айгүл Бакытовна"), Named(Sex.Female, null, "Асанова Айгүл Бакытовна")).ShouldBeFalse();

    [Theory]
    [InlineData(Sex.Female, Sex.Female, "Асанова Айгүл", "Токтосунова Айгүл", false)]
    [InlineData(Sex.Male, Sex.Male, "Асанов Нурлан", "Токтосунов Нурлан", true)]
    [InlineData(Sex.Male, Sex.Female, "Асан Бактыгүл", "Асан Бактыгүл", true)]
    public void A_woman_may_have_taken_another_family_name(Sex sex, Sex otherSex, string one, string other, bool contradicted) =>
        Both(Named(sex, "1988", one), Named(otherSex, "1988", other)).ShouldBe(contradicted);

    [Fact]
    public void One_telephone_does_not_hide_that_somebody_else_answers_it()
    {
        Phone[] own = [new Phone { Number = "+996555123456", Owner = PhoneOwner.Herself }];
        var (one, other) = (Named(Sex.Female, "1988-03-02", "Асанова Айгүл") with { Phones = own }, Named(Sex.Female, "1990-05-07", "Асанова Айгүл") with { Phones = own });

        var match = new Likeness(one).Match(other).ShouldNotBeNull();

        match.Name.ShouldBeNull("the telephone speaks first");
        Both(one, other).ShouldBeTrue();
        Both(one, one).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1988-03-02", "1988-03-02", false)]
    [InlineData("1988-03-02", "1988-03-20", false)]
    [InlineData("1988-05", "1988-03-02", false)]
    [InlineData("1989-03-02", "1988-03-02", false)]
    [InlineData("1990-03-02", "1988-03-02", true)]
    public void For_who_may_not_open_both_only_years_contradict(string one, string other, bool contradicted)
    {
        var (hers, others) = (Named(Sex.Female, one, "Асанова Айгүл"), Named(Sex.Female, other, "Асанова Айгүл"));

        new TwoRecords(hers, others, mayOpen: false).IsContradicted.ShouldBe(contradicted);
        new TwoRecords(others, hers, mayOpen: false).IsContradicted.ShouldBe(contradicted, "whichever stands first");
    }

    private static bool Both(Identity one, Identity other) => new TwoRecords(one, other, mayOpen: true).IsContradicted;

    private static Identity Named(Sex sex, string? born, params string[] names) => new() { Sex = sex, Born = born, Names = [.. names.Select(n => new NameForm { Whole = n })] };
}
