using Turna.Law.Lists;
using Turna.Law.Screening;

namespace Turna.UnitTests.Law;

/// <summary>Same job, same period, what is unanswered: the edges of the screenings.</summary>
public sealed class Screening_tests
{
    private static readonly LabourScreening Labour = new(List("ilo-indicators-2012"), List("icls-2018"), List("hard-to-see-2012"));
    private static readonly string Unwilling = Labour.Icls.Entries.First(entry => entry.Group == "INVOLUNTARY").Code;
    private static readonly string Coerced = Labour.Icls.Entries.First(entry => entry.Group == "COERCION").Code;

    /// <summary>Both parts are needed in one job and at one time; a period that ends on the day another begins shares that day.</summary>
    [Theory]
    [InlineData("a", "2025-01-01", "2025-01-31", "a", "2025-01-31", "2025-02-28", true)]
    [InlineData("a", "2025-01-31", "2025-02-28", "a", "2025-01-01", "2025-01-31", true)]
    [InlineData("a", "2025-01-01", "2025-01-31", "a", "2025-02-01", "2025-02-28", false)]
    [InlineData("a", "2025-02-01", "2025-02-28", "a", "2025-01-01", "2025-01-31", false)]
    [InlineData("a", "2025-01-01", null, "a", "2025-02-01", null, true)]
    [InlineData("a", null, null, "b", null, null, false)]
    [InlineData(null, null, null, "b", null, null, true)]
    [InlineData("a", null, null, null, null, null, true)]
    public void Forced_labour_is_both_parts_in_one_job_and_period(string? job, string? from, string? to, string? otherJob, string? otherFrom, string? otherTo, bool meets)
    {
        var result = Labour.Screen([new(Unwilling, job, Day(from), Day(to)), new(Coerced, otherJob, Day(otherFrom), Day(otherTo))]).Value!;

        result.MeetsIcls2018.ShouldBe(meets);
        if (meets) result.Pairs.ShouldHaveSingleItem().ShouldBe(new ForcedLabourPair(Unwilling, Coerced, job ?? otherJob));
        (result.Involuntary.Single().Code, result.Coercion.Single().Code).ShouldBe((Unwilling, Coerced));
    }

    [Fact]
    public void One_part_alone_is_not_enough()
    {
        Labour.Screen([new(Unwilling, null, null, null)]).Value!.MeetsIcls2018.ShouldBeFalse();
        Labour.Screen([new(Coerced, null, null, null)]).Value!.MeetsIcls2018.ShouldBeFalse();
    }

    [Fact]
    public void What_is_found_twice_makes_one_pair() =>
        Labour.Screen([new(Unwilling, "a", null, null), new(Unwilling, "a", null, null), new(Coerced, "a", null, null)]).Value!.Pairs.Count.ShouldBe(1);

    [Theory]
    [InlineData("a", "2025-01-01", false)]
    [InlineData(null, "2025-01-01", true)]
    [InlineData("a", null, true)]
    public void An_unstated_job_or_period_is_said_where_both_parts_are_found(string? job, string? from, bool said)
    {
        const string Code = "screen.job-or-period-unstated";
        var day = new DateOnly(2025, 1, 1);

        Labour.Screen([new(Unwilling, job, Day(from), null), new(Coerced, "a", day, null)]).Value!.Warnings.Any(notice => notice.Code == Code).ShouldBe(said);
        Labour.Screen([new(Unwilling, "a", day, null), new(Coerced, job, Day(from), null)]).Value!.Warnings.Any(notice => notice.Code == Code).ShouldBe(said);
        Labour.Screen([new(Unwilling, job, Day(from), null)]).Value!.Warnings.ShouldNotContain(notice => notice.Code == Code);
        Labour.Screen([new(Coerced, job, Day(from), null)]).Value!.Warnings.ShouldNotContain(notice => notice.Code == Code);
    }

    [Fact]
    public void A_period_of_one_day_is_sound() => Labour.Screen([new(Unwilling, null, new(2025, 1, 1), new(2025, 1, 1))]).Problems.ShouldBeEmpty();

    [Fact]
    public void Nothing_found_is_said_only_then()
    {
        Labour.Screen([]).Value!.Warnings.Select(notice => notice.Code).ShouldBe(["screen.nothing-found"]);
        Labour.Screen([new(Labour.Indicators.Entries[0].Code, null, null, null)]).Value!.Warnings.ShouldNotContain(notice => notice.Code == "screen.nothing-found");
    }

    /// <summary>A dimension is met with both sides and at least one strong sign; two medium signs are not enough.</summary>
    [Fact]
    public void The_grid_needs_both_sides_and_one_strong_sign()
    {
        foreach (var dimension in Labour.HardToSee.Entries.GroupBy(entry => entry.Group, StringComparer.Ordinal))
        {
            var (unwilling, penalty) = (dimension.Where(entry => !entry.Grade.StartsWith("PENALTY", StringComparison.Ordinal)).ToList(), dimension.Where(entry => entry.Grade.StartsWith("PENALTY", StringComparison.Ordinal)).ToList());
            foreach (var one in unwilling)
            {
                Met(one).ShouldBeFalse(one.Code);
                foreach (var other in penalty)
                    Met(one, other).ShouldBe(one.Grade.EndsWith("strong", StringComparison.Ordinal) || other.Grade.EndsWith("strong", StringComparison.Ordinal), $"{one.Code} {other.Code}");
            }

            foreach (var other in penalty) Met(other).ShouldBeFalse(other.Code);
        }
    }

    [Fact]
    public void Each_side_of_a_dimension_lists_its_own_signs()
    {
        var (one, other) = (Labour.HardToSee.Entries.First(entry => entry.Grade.StartsWith("INVOL", StringComparison.Ordinal)), Labour.HardToSee.Entries.First(entry => entry.Grade.StartsWith("PENALTY", StringComparison.Ordinal)));
        var dimensions = Labour.Screen([new(one.Code, null, null, null), new(other.Code, null, null, null)]).Value!.HardToSee;

        dimensions.SelectMany(dimension => dimension.Involuntariness).ShouldBe([one]);
        dimensions.SelectMany(dimension => dimension.Penalty).ShouldBe([other]);
    }

    [Fact]
    public void Signs_that_nobody_verified_are_named()
    {
        var list = Labour.HardToSee;
        var doubtful = Labour with { HardToSee = new CodeList(list.Name, list.Title, list.Origin, [.. list.Entries.Select((entry, index) => entry with { Trust = index == 0 ? Turna.Law.TrustMark.MediumTrust : Turna.Law.TrustMark.Seen })]) };

        doubtful.Screen([new(list.Entries[0].Code, null, null, null), new(list.Entries[1].Code, null, null, null)]).Value!
            .Warnings.Single(notice => notice.Code == "list.unverified").Values.ShouldBe([new("codes", list.Entries[0].Code), new("mark", "M-med")]);
        doubtful.Screen([new(list.Entries[1].Code, null, null, null)]).Value!.Warnings.ShouldNotContain(notice => notice.Code == "list.unverified");
    }

    [Fact]
    public void The_first_yes_ends_the_elimination_and_open_questions_before_it_are_named()
    {
        var classification = new GbvClassification(List("gbvims-incident-types"));
        var none = new GbvIncident(false, false, false, false, false, false, false, false);

        classification.Classify(none).Type.ShouldBeNull();
        classification.Classify(none).Warnings.ShouldBeEmpty();
        classification.Classify(none with { SexualContact = true, PhysicalViolence = true }).Type!.Code.ShouldBe("sexual_assault");
        classification.Classify(none with { GenitalCutting = true }).Type!.Code.ShouldBe("sexual_assault");
        classification.Classify(none with { AttemptedRape = true }).Type!.Code.ShouldBe("sexual_assault");
        var open = classification.Classify(none with { Penetration = null, AttemptedRape = null, PhysicalViolence = true });
        open.Type!.Code.ShouldBe("physical_assault");
        open.Steps.Select(step => step.Answer).ShouldBe([null, false, true]);
        open.Warnings.ShouldHaveSingleItem().Values.ShouldBe([new("types", "rape")]);
        classification.Classify(none with { AttemptedRape = null, SexualContact = null, GenitalCutting = null }).Warnings.ShouldHaveSingleItem().Values.ShouldBe([new("types", "sexual_assault")]);
    }

    [Theory]
    [InlineData(71.9, "under-72h")]
    [InlineData(72, "72-120h")]
    [InlineData(119.9, "72-120h")]
    [InlineData(120, "over-120h")]
    [InlineData(335.9, "over-120h")]
    [InlineData(336, "over-2-weeks")]
    [InlineData(743.9, "over-2-weeks")]
    [InlineData(744, "over-1-month")]
    public void Hours_since_the_incident_fall_into_the_bands_of_gbvims(double hours, string band)
    {
        var incident = new DateTimeOffset(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

        HoursSinceIncident.Band(incident, incident.AddHours(hours)).ShouldBe(band);
    }

    private static bool Met(params CodedEntry[] found) =>
        Labour.Screen([.. found.Select(entry => new FoundIndicator(entry.Code, null, null, null))]).Value!.HardToSee.ShouldHaveSingleItem().Met;

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);

    private static CodeList List(string name) => CodeList.Read(name, File.ReadAllText(Path.Combine(Content.Folder, "lists", name + ".yaml"))).List!;
}
