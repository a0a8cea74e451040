using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Who is held where she works is held by those she works for: no police has a part in it.</summary>
public sealed class Held_at_work_tests
{
    [Theory]
    [InlineData("ғишт заводида ушлаб туришибди"), InlineData("қурилишда ушлаб турибди"), InlineData("заводдо кармап турушат"), InlineData("фермада кармап жатышат"), InlineData("дачада ушлап турушат"), InlineData("цехта камап турушат")]
    [InlineData("иссиқхонада қамаб туришибди"), InlineData("zavodda ushlab turishibdi"), InlineData("omborda qamab turishibdi"), InlineData("удерживали на складе под охраной"), InlineData("удерживают на стройке"), InlineData("не выпускали из цеха")]
    [InlineData("заперли в теплице"), InlineData("held at the farm")]
    public void Held_at_a_place_of_work_is_no_arrest(string story)
    {
        var row = Row(story);
        row.Topics.ShouldBe(["movement_restricted"]);
        IsDoubted(row).ShouldBeFalse(string.Join("; ", row.Problems));
        row.Restricted.ShouldBeTrue();
    }

    [Theory, InlineData("ушлаб туришибди"), InlineData("кармап турушат"), InlineData("полиция заводдо кармап турат"), InlineData("ғишт заводида полиция ушлаб турибди")]
    public void Who_holds_her_is_doubted_where_nobody_says_it(string story)
    {
        var row = Row(story);
        IsDoubted(row).ShouldBeTrue();
        row.Topics.ShouldNotBeEmpty();
    }

    [Theory, InlineData("полиция ушлаб турибди"), InlineData("заводдон полиция кармап кетти"), InlineData("полиция кармап турат")]
    public void The_police_that_is_named_holds_her(string story) => Row(story).Topics.ShouldContain("detention_police");

    [Theory, InlineData("айлыкты кармап турушат", "detention_police"), InlineData("паспортту кармап турат", "detention_police"), InlineData("ойликни ушлаб туришибди", "detention_police"), InlineData("паспортини ушлаб туришибди", "movement_restricted")]
    public void Money_and_papers_that_are_held_are_no_prisoners(string story, string other) => Row(story).Topics.ShouldNotContain(other);

    [Theory, InlineData("заставляли шить сутками, не выпускали из цеха, били"), InlineData("заставляют пасти скот, запирают на ферме, бьют"), InlineData("заставляли мыть посуду по ночам, заперли в подсобке, избивали")]
    public void Forced_to_toil_and_held_is_forced_labour_and_no_violence_at_home(string story)
    {
        var row = Row(story);
        row.Topics.ShouldBe(["forced_labour", "movement_restricted"], ignoreOrder: true);
        IsDoubted(row).ShouldBeTrue();
        row.Restricted.ShouldBeTrue();
    }

    [Theory, InlineData("муж бьёт и заставляет работать бесплатно"), InlineData("хозяин изнасиловал, заставляет работать бесплатно")]
    public void Violence_by_her_husband_or_against_her_body_stays_what_it_is(string story) => Row(story).Topics.ShouldContain("gbv");

    [Theory, InlineData("Обманули с вакансией, удерживали на складе под охраной"), InlineData("обещали вакансию, удерживают в цеху")]
    public void Who_was_deceived_about_the_work_and_held_there_was_trafficked(string story)
    {
        var row = Row(story);
        row.Topics.ShouldBe(["movement_restricted", "trafficking"], ignoreOrder: true);
        IsDoubted(row).ShouldBeTrue();
    }

    private static RegisterRow Row(string story) => Readings.Row($"Вопрос={story}");

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
}
