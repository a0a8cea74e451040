using Turna.Law.Packs;

namespace Turna.Law.Stays;

/// <summary>
/// Counts days of stay. Law: Russia, 115-FZ art. 5 (both wordings); Schengen, Regulation 2016/399 art. 6; Türkiye; Kazakhstan;
/// Kyrgyzstan; EAEU treaty art. 97. Not promised: that a border officer counts alike, or that nothing else (a ban, a court) forbids the stay.
/// </summary>
public static class StayCheck
{
    /// <summary>Answers a question. Refuses, with all problems at once, an input that makes no sense.</summary>
    public static Outcome<StayAnswer> Answer(StayQuestion question, Lawbook law)
    {
        var problems = StayChecks.Problems(question, law);
        if (problems.Count > 0) return Outcome<StayAnswer>.Refused(problems);
        if (question.BareRule is { } bare) return Outcome<StayAnswer>.Of(Bare(question, bare));

        var versions = law.Rules(question.Area!, StayRules.VisaFree, question.Citizenship);
        var stay = new StayRecord(question);
        var reliance = new Reliance(question.AsOf);
        var warnings = stay.Warnings();
        var contract = question.Basis == StayBasis.EaeuContract ? ContractStay.Of(stay, question.Contract!, law) : null;

        var readings = contract?.Readings(versions) ?? VisaFreeReadings(stay, versions);
        var rule = contract?.Rule ?? Versions.Governing(versions, question.AsOf)!;
        Rely(stay, contract, versions, law, reliance, warnings);
        var deadlines = Deadlines.Of(stay, contract, law, reliance);
        var consequences = Consequences(stay, readings[0], law, reliance);

        return Outcome<StayAnswer>.Of(new StayAnswer(
            question,
            rule.Id,
            readings,
            deadlines,
            contract?.Steps() ?? StaySteps.Of(stay, StayRules.Cautious(versions, question.Registered)),
            Reentries(stay, StayRules.Cautious(versions, question.Registered), consequences, readings[0]),
            consequences,
            reliance.References(),
            [.. warnings, .. contract?.Warnings() ?? [], .. PossibleBans(question, consequences), .. reliance.Warnings()]));
    }

    private static StayAnswer Bare(StayQuestion question, StayLimit limit)
    {
        var law = new StayLaw([new DatedLimit(limit, int.MaxValue - 1)]);
        var stay = new StayRecord(question);
        var reading = Read("only", stay, law);
        return new StayAnswer(question, limit.Sign, [reading], [], StaySteps.Of(stay, law), Reentries(stay, law, [], reading), [], [], stay.Warnings());
    }

    private static List<StayReading> VisaFreeReadings(StayRecord stay, IReadOnlyList<Rule> versions)
    {
        var readings = new List<StayReading> { Read("cautious", stay, StayRules.Cautious(versions, stay.Question.Registered)) };
        if (CrossesChange(stay.Presence, versions)) readings.Add(Read("anew-with-the-new-rule", stay, StayRules.Forgetful(versions)));
        if (!stay.Question.Registered && versions.Any(rule => rule.Has("registered")))
            readings.Add(Read("if-registered", stay, StayRules.Cautious(versions, registered: true)));
        return readings;
    }

    /// <summary>Whether somebody was there on both sides of a change of rule: lawyers disagree whether days on end go on.</summary>
    private static bool CrossesChange(Presence presence, IReadOnlyList<Rule> versions) =>
        versions.Skip(1).Any(rule => rule is { From: { } first, Kind: RuleKinds.StayCalendarYear }
            && presence.RunAt(first.DayNumber) is { } run && run.From < first.DayNumber);

    /// <summary>The figures of a stay under a law.</summary>
    /// <summary>The reading of a stay, or of those of its days that the limit counts.</summary>
    internal static StayReading Read(string name, StayRecord stay, StayLaw law, Presence? counted = null)
    {
        var (today, presence) = (stay.AsOf, counted ?? stay.Presence);
        var limit = law.On(today);
        var breach = law.FirstBreach(presence);
        var last = law.LastLawful(presence.Staying(today), presence.RunAt(today)?.From ?? today, out var unlimited);
        var left = unlimited ? (int?)null : last is null || last < today ? 0 : Math.Max(0, limit.Left(presence, today));
        return new StayReading(name, limit.Used(presence, today), left, StayRecord.Day(breach), unlimited ? null : StayRecord.Day(last));
    }

    private static void Rely(StayRecord stay, ContractStay? contract, IReadOnlyList<Rule> versions, Lawbook law, Reliance reliance, List<Notice> warnings)
    {
        if (contract is not null) reliance.On(contract.Rule, stay.Question.AsOf, stay.Question.AsOf);
        foreach (var (from, to) in stay.Spans())
            for (var day = from; day <= to;)
            {
                var rule = Versions.Governing(versions, day)!;
                var end = rule.To is { } last && last < to && last >= day ? last : to;
                if (contract is null || !contract.Covers(day, end)) reliance.On(rule, day, end);
                day = end.AddDays(1);
            }

        if (contract is null) reliance.On(Versions.Governing(versions, stay.Question.AsOf)!, stay.Question.AsOf, stay.Question.AsOf);
        if (versions[0].Citizens.Count > 0 && !versions[0].Citizens.Contains(stay.Question.Citizenship, StringComparer.Ordinal))
            warnings.Add(Notice.Of("stay.other-citizenship", versions[0].Id, ("citizenship", stay.Question.Citizenship), ("citizens", string.Join(", ", versions[0].Citizens))));
        var area = stay.Question.Area!;
        if (stay.RunNow is not null && contract is null && area == "RU" && !law.RulesBelow(area, "deadline").Any(rule => rule.Parameters["what"] is "registration"))
            warnings.Add(Notice.Of("stay.registration-unknown", area));
    }

    private static List<Rule> Consequences(StayRecord stay, StayReading reading, Lawbook law, Reliance reliance)
    {
        if (reading.FirstBreach is not { } breach) return [];
        var days = stay.Presence.RunAt(breach.DayNumber)!.Value.To - breach.DayNumber + 1;
        var found = law.RulesBelow(stay.Question.Area!, "consequence")
            .Where(rule => days >= rule.Whole("from-days") && (!rule.Has("to-days") || days <= rule.Whole("to-days")))
            .ToList();
        foreach (var rule in found) reliance.On(rule, breach, breach);
        return found;
    }

    /// <summary>A ban that an office may impose is no day to count from: it is said beside the days of re-entry.</summary>
    private static IEnumerable<Notice> PossibleBans(StayQuestion question, IReadOnlyList<Rule> consequences) =>
        question.ReenterFor.Count == 0 ? [] : consequences.Where(rule => rule.Has("closed-years"))
            .Select(rule => Notice.Of("stay.entry-may-be-closed", rule.Id, ("years", rule.Whole("closed-years"))));

    private static List<Reentry> Reentries(StayRecord stay, StayLaw law, IReadOnlyList<Rule> consequences, StayReading reading)
    {
        if (stay.Question.ReenterFor.Count == 0) return [];
        var notBefore = stay.RunNow is null ? stay.AsOf : stay.AsOf + 1;
        var past = stay.Through(stay.AsOf);
        foreach (var rule in consequences)
            if (rule.Has("closed-days") && reading.Breach && past.Runs is [.., var last])
                notBefore = Math.Max(notBefore, last.To + rule.Whole("closed-days") + 1);
        return [.. stay.Question.ReenterFor.Select(days => new Reentry(days, StayRecord.Day(law.EarliestEntry(past, notBefore, days))))];
    }
}
