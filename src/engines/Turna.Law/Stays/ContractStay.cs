using Turna.Law.Packs;

namespace Turna.Law.Stays;

/// <summary>
/// Stay for the term of an EAEU contract (treaty art. 97(5) and 97(9)). Days outside the contract are judged by the visa-free rule;
/// when the term is over she must leave, unless it ended early: after 90 days from entry she has 15 days for a new contract,
/// within them the visa-free days from entry go on.
/// </summary>
internal sealed class ContractStay
{
    private readonly StayRecord _stay;
    private readonly WorkContract _contract;
    private readonly Rule _newContract;
    private readonly int _entry;
    private readonly int _sinceEntry;

    private ContractStay(StayRecord stay, WorkContract contract, Rule rule, Rule newContract)
    {
        (_stay, _contract, Rule, _newContract) = (stay, contract, rule, newContract);
        var during = (contract.EndedEarly ?? stay.Question.AsOf).DayNumber;
        var run = stay.Presence.RunAt(during) ?? stay.Presence.Runs.LastOrDefault(one => one.From <= stay.AsOf, new Run(during, during));
        _entry = run.From;
        _sinceEntry = contract.EndedEarly is { } ended ? ended.DayNumber - _entry : 0;
    }

    public Rule Rule { get; }

    public static ContractStay Of(StayRecord stay, WorkContract contract, Lawbook law) => new(
        stay,
        contract,
        Versions.Governing(law.Rules(StayRules.Union, StayRules.Contract), stay.Question.AsOf)!,
        Versions.Governing(law.Rules(StayRules.Union, StayRules.NewContract), contract.EndedEarly ?? stay.Question.AsOf)!);

    private bool HasDaysForNewContract => _contract.EndedEarly is not null && _sinceEntry > _newContract.Whole("after-days");

    /// <summary>Whether a span lies within the term, so that no other rule is needed for it.</summary>
    public bool Covers(DateOnly from, DateOnly to) => from >= _contract.From && (_contract.EndedEarly ?? _contract.To) is var end && (end is null || to <= end);

    public List<StayReading> Readings(IReadOnlyList<Rule> versions)
    {
        var law = StayRules.Cautious(versions, _stay.Question.Registered);
        var end = LawfulEnd(law);
        var outside = Outside();
        var breach = Earliest(law.FirstBreach(outside), Overrun(end));
        var onVisaFree = _stay.AsOf > (end ?? int.MaxValue) && !Holds(_stay.RunNow);
        if (onVisaFree) return [StayCheck.Read("cautious", _stay, law, outside) with { FirstBreach = StayRecord.Day(breach) }];

        // Before the contract begins she is there visa-free; if those days do not reach it, they end the stay.
        var visaFree = _stay.AsOf < _contract.From.DayNumber ? law.LastLawful(outside.Staying(_stay.AsOf), _stay.RunNow?.From ?? _stay.AsOf, out _) : null;
        var last = visaFree is { } early && early < _contract.From.DayNumber - 1 ? early : end;
        var left = last is { } day ? Math.Max(0, day - _stay.AsOf) : (int?)null;
        var used = _stay.Presence.OnEnd(_stay.AsOf);
        return [new StayReading("cautious", used, left, StayRecord.Day(breach), StayRecord.Day(last))];
    }

    public List<Deadline> Deadlines(Reliance reliance)
    {
        var asOf = _stay.Question.AsOf;
        if (_contract.EndedEarly is null)
            return _contract.To is { } to ? [new Deadline("contract-end", to, null, Rule, asOf > to)] : [];
        if (!HasDaysForNewContract) return [];
        reliance.On(_newContract, _contract.EndedEarly.Value, _contract.EndedEarly.Value);
        var day = _contract.EndedEarly.Value.AddDays(_newContract.Whole("new-contract-days"));
        return [new Deadline("new-contract", day, null, _newContract, asOf > day)];
    }

    public List<StayStep> Steps()
    {
        var steps = new List<StayStep>();
        var (first, end) = (_contract.From.DayNumber, (_contract.EndedEarly ?? _contract.To)?.DayNumber ?? int.MaxValue - 1);
        foreach (var run in _stay.Presence.Runs)
        {
            StaySteps.Add(steps, run.From, Math.Min(run.To, first - 1), counted: true, Notice.Of("step.before-contract", Rule.Id));
            StaySteps.Add(steps, Math.Max(run.From, first), Math.Min(run.To, end), counted: false, Notice.Of("step.in-contract", Rule.Id));
            StaySteps.Add(steps, Math.Max(run.From, end + 1), run.To, counted: true, Notice.Of("step.after-contract", Rule.Id));
        }

        return steps;
    }

    public IEnumerable<Notice> Warnings()
    {
        if (_contract.EndedEarly is null) yield break;
        if (_sinceEntry == _newContract.Whole("after-days")) yield return Notice.Of("stay.ninetieth-day", _newContract.Id);
        if (!HasDaysForNewContract) yield return Notice.Of("stay.ended-within-visa-free", _newContract.Id, ("days", _newContract.Whole("after-days")));
    }

    /// <summary>The last day the contract (or what the treaty adds to it) carries; null while it has no end.</summary>
    private int? LawfulEnd(StayLaw law)
    {
        if (_contract.EndedEarly is not { } ended) return _contract.To?.DayNumber;
        if (HasDaysForNewContract) return ended.DayNumber + _newContract.Whole("new-contract-days");
        var visaFree = law.LastLawful(_stay.Through(_entry - 1).Staying(_entry), _entry, out _);
        return Math.Max(ended.DayNumber, visaFree ?? ended.DayNumber);
    }

    private int? Overrun(int? end)
    {
        if (end is not { } last) return null;
        foreach (var run in _stay.Presence.Runs)
            if (Holds(run) && run.To > last) return Math.Max(run.From, last + 1);
        return null;
    }

    /// <summary>Whether a run touches the term of the contract.</summary>
    private bool Holds(Run? run) =>
        run is { } days && days.To >= _contract.From.DayNumber && days.From <= ((_contract.EndedEarly ?? _contract.To)?.DayNumber ?? int.MaxValue);

    /// <summary>Presence without the contract: a run that it holds ends on the eve of the first day of the contract.</summary>
    private Presence Outside() =>
        Presence.Of(_stay.Presence.Runs.Select(run => Holds(run) ? run with { To = _contract.From.DayNumber - 1 } : run));

    private static int? Earliest(int? left, int? right) => left is null ? right : right is null ? left : Math.Min(left.Value, right.Value);
}
