using Turna.Names;

namespace Turna.UnitTests.Names;

public sealed class Keys_tests
{
    [Fact]
    public void A_key_never_holds_one_name_alone()
    {
        foreach (var text in new[] { "Асанова", "Айгүл", "Асанова А.", "Айгүл Асан кызы", "Бекова Айгүл Асановна" })
        {
            NameKeys.For(NameRecord.Read(text, birthYear: 1990)).ShouldAllBe(k => k.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 2);
            NameKeys.For(NameRecord.Read("Асанова")).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_person_has_at_most_nine_keys() =>
        NameKeys.For(NameRecord.Read("Бекова Айгүл Асановна", birthYear: 1990)).Count.ShouldBeLessThanOrEqualTo(9);

    [Theory]
    [InlineData("айгул асанова")]
    [InlineData("ASANOVA AIGUL")]
    [InlineData("Айгүл Асан кызы")]
    [InlineData("айгул аса")]
    [InlineData("асанова айг")]
    [InlineData("А. Асанова")]
    [InlineData("Асанова А.")]
    public void A_query_of_another_office_meets_the_record(string query) => Met(query, null).ShouldBeTrue();

    [Fact]
    public void One_name_is_met_only_with_a_year_at_most_one_apart()
    {
        NameKeys.ForQuery("Асанова").TooLittle.ShouldBeTrue();
        Met("Асанова", 1990).ShouldBeTrue();
        Met("Айгүл", 1991).ShouldBeTrue();
        Met("Айгүл", 1993).ShouldBeFalse();
    }

    [Theory]
    [InlineData("айгул токтогулова")]
    [InlineData("бермет асанова")]
    public void Another_person_is_not_met(string query) => Met(query, null).ShouldBeFalse();

    [Theory]
    [InlineData("Zhu Nurlan")]
    [InlineData("Nurlan Zhum")]
    public void The_third_typed_letter_is_enough_though_two_letters_are_one_sound(string query) =>
        NameKeys.ForQuery(query).Keys.Intersect(NameKeys.For(NameRecord.Read("Жумабеков Нурлан"))).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Гулмира Османова", "Асманова Гүлмира")]
    [InlineData("Данияр Бкытов", "Бакытов Данияр")]
    [InlineData("Ванияр Бакытов", "Бакытов Данияр")]
    public void A_slip_is_met_by_the_further_keys(string query, string record)
    {
        var asked = NameKeys.ForQuery(query);
        asked.Keys.Concat(NameKeys.ForSlips(asked)).Intersect(NameKeys.For(NameRecord.Read(record))).ShouldNotBeEmpty();
    }

    [Fact]
    public void Buckets_grow_with_the_population_and_the_vagueness_of_the_kind()
    {
        NameKeys.ExpectedBucket(NameKeyKind.TwoNames, 1).ShouldBe(1);
        NameKeys.ExpectedBucket(NameKeyKind.TwoNames, 1_000_000).ShouldBeLessThan(NameKeys.ExpectedBucket(NameKeyKind.NameAndStart, 1_000_000));
        NameKeys.ExpectedBucket(NameKeyKind.InitialAndName, 10_000).ShouldBeLessThan(NameKeys.ExpectedBucket(NameKeyKind.InitialAndName, 100_000));
    }

    private static bool Met(string query, int? year) =>
        NameKeys.ForQuery(query, year).Keys.Intersect(NameKeys.For(NameRecord.Read("Асанова Айгүл Асановна", birthYear: 1990))).Any();
}
