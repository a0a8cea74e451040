namespace Turna.Cases.Importing.Grouping;

/// <summary>
/// Visitors joined so far. Two circles become one only when no member of the one conflicts with a member of the other, so that a row
/// that fits two women does not make them one.
/// </summary>
internal sealed class Circles
{
    private readonly IReadOnlyList<Visitor> visitors;
    private readonly NameBonds names;
    private readonly int[] circleOf;
    private readonly List<int>?[] members;

    public Circles(IReadOnlyList<Visitor> visitors, NameBonds names)
    {
        this.visitors = visitors;
        this.names = names;
        circleOf = [.. Enumerable.Range(0, visitors.Count)];
        members = [.. Enumerable.Range(0, visitors.Count).Select(i => new List<int> { i })];
    }

    public int Of(int visitor) => circleOf[visitor];

    public IReadOnlyList<int> Members(int circle) => members[circle]!;

    public bool Together(int one, int other) => circleOf[one] == circleOf[other];

    /// <summary>True when the circles are now one.</summary>
    public bool TryJoin(int one, int other)
    {
        var (kept, gone) = (circleOf[one], circleOf[other]);
        if (kept == gone) return true;
        if (!Compatible(kept, gone)) return false;
        if (members[kept]!.Count < members[gone]!.Count) (kept, gone) = (gone, kept);
        foreach (var visitor in members[gone]!) circleOf[visitor] = kept;
        members[kept]!.AddRange(members[gone]!);
        members[gone] = null;
        return true;
    }

    public bool Compatible(int one, int other)
    {
        foreach (var a in members[one]!)
            foreach (var b in members[other]!)
                if (Conflict(visitors[a], visitors[b]) && !IsNamedByBoth(one, other, visitors[a], visitors[b])) return false;
        return true;
    }

    /// <summary>
    /// True when both circles left numbers and none is the same, even where the two rows that would join them left none. Her own and a
    /// relative's need not be one when the years agree.
    /// </summary>
    public bool ReachedDifferently(int one, int other)
    {
        var numbers = members[one]!.SelectMany(visitor => visitors[visitor].AllPhones).ToHashSet(StringComparer.Ordinal);
        var others = members[other]!.SelectMany(visitor => visitors[visitor].AllPhones).ToArray();
        if (numbers.Count == 0 || others.Length == 0 || Array.Exists(others, numbers.Contains)) return false;
        return HasHerOwn(one) == HasHerOwn(other) || !members[one]!.Exists(a => members[other]!.Exists(b => visitors[a].YearAgrees(visitors[b])));
    }

    /// <summary>Both circles showed documents, and none is the same: namesakes, or a passport that was changed, and a register does not say which.</summary>
    public bool ShowedOtherDocuments(int one, int other)
    {
        var documents = Documents(one).ToHashSet(StringComparer.Ordinal);
        return documents.Count > 0 && Documents(other).ToArray() is { Length: > 0 } others && !Array.Exists(others, documents.Contains);
    }

    private IEnumerable<string> Documents(int circle) => members[circle]!.Select(visitor => visitors[visitor].Document).OfType<string>();

    private bool HasHerOwn(int circle) => members[circle]!.Exists(visitor => visitors[visitor].HerPhones.Length > 0);

    /// <summary>"Турсунова Зулфия (Бобоева)" with her own number says that "Турсунова Зулфия" and "Бобоева З." of that number are one.</summary>
    private bool IsNamedByBoth(int one, int other, Visitor a, Visitor b)
    {
        if (a.YearConflicts(b) || a.SexConflicts(b) || !a.SharesHerPhone(b)) return false;
        return members[one]!.Concat(members[other]!).Select(member => visitors[member]).Any(both => both.Name.Parts.OtherFamily is not null
            && both.SharesHerPhone(a) && both.SharesHerPhone(b) && names.Between(both.Name, a.Name) >= NameBond.Initial && names.Between(both.Name, b.Name) >= NameBond.Initial);
    }

    private bool Conflict(Visitor a, Visitor b) => a.YearConflicts(b) || a.SexConflicts(b) || names.Between(a.Name, b.Name) switch
    {
        NameBond.None => true,
        NameBond.OtherFamily => !a.MayHaveMarried(b),
        NameBond.LetterLost => !((a.SharesHerPhone(b) || a.SharesPaper(b)) && a.YearAgrees(b)),
        NameBond.Fond => !(a.SharesHerPhone(b) || a.SharesPaper(b) || a.YearAgrees(b)),
        NameBond.Slip => !(a.SharesHerPhone(b) || a.SharesPaper(b) || a.YearAgrees(b)),
        _ => false,
    };
}
