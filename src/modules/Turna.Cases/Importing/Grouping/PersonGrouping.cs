using System.Globalization;
using Turna.Cases.Contracts;

namespace Turna.Cases.Importing.Grouping;

/// <summary>
/// Joins rows in stages, strongest evidence first. Candidates meet only under shared keys (phone, or name with place or year), so that
/// two hundred thousand rows take seconds.
/// </summary>
internal sealed class PersonGrouping
{
    private const int LargestBlock = 400;

    private readonly int rowCount;
    private readonly List<Visitor> visitors = [];
    private readonly NameBonds names = new();
    private readonly Circles circles;
    private readonly List<RegisterJoin> joins = [];
    private readonly CancellationToken cancel;

    public PersonGrouping(IReadOnlyList<RegisterRow> rows, CancellationToken cancel)
    {
        this.cancel = cancel;
        rowCount = rows.Count;
        for (var i = 0; i < rows.Count; i++)
            if (Visitor.Of(i, rows[i], names) is { } visitor) visitors.Add(visitor);
        circles = new Circles(visitors, names);
    }

    public RegisterGroups Group()
    {
        JoinSaidToBeOne();
        // Her number as a member or her document, and a name that does not speak against it.
        JoinAll(Blocks(KeysOfPapers), (a, b) => Bond(a, b) switch
        {
            NameBond.None => false,
            NameBond.OtherFamily => a.MayHaveMarried(b),
            NameBond.LetterLost => a.IsOfSexOf(b) && a.YearAgrees(b),
            _ => !a.YearConflicts(b),
        });
        // Her own number, and a name that does not speak against it.
        JoinAll(Blocks(visitor => visitor.HerPhones), (a, b) => Bond(a, b) switch
        {
            NameBond.None => false,
            NameBond.OtherFamily => a.MayHaveMarried(b),
            NameBond.LetterLost => a.IsOfSexOf(b) && a.YearAgrees(b),
            NameBond.Fond => a.IsOfSexOf(b) && (a.YearAgrees(b) || a.Latest is null || b.Latest is null),
            NameBond.Slip => !a.YearConflicts(b) && (a.YearAgrees(b) || a.PlaceAgrees(b) || a.PlaceHolds(b)),
            _ => true,
        }, (a, b) => Bond(a, b) == NameBond.Whole && a.YearAgrees(b));
        // Whole name, year and home.
        JoinAll(Blocks(KeysOfWholeName), (a, b) => a.YearAgrees(b) && a.PlaceAgrees(b) && !a.IsOnlyOfOneOblast(b) && Bond(a, b) == NameBond.Whole);
        // A relative's number supports what name, year and home already say.
        JoinAll(Blocks(visitor => visitor.AllPhones), (a, b) => (a.PlaceAgrees(b) || (!a.PlaceConflicts(b) && (a.YearAgrees(b) || Bond(a, b) == NameBond.Whole))) && Supported(a, b));
        // From here on a row must fit one person only.
        JoinWhereAlone(Blocks(KeysOfWholeName), (a, b) => a.PlaceAgrees(b) && Bond(a, b) == NameBond.Whole);
        JoinWhereAlone(Blocks(KeysOfNameAndYear), (a, b) => a.YearAgrees(b) && !a.PlaceConflicts(b) && Bond(a, b) == NameBond.Whole);
        JoinWhereAlone(Blocks(KeysOfOneName), (a, b) => a.YearAgrees(b) && a.PlaceAgrees(b) && (Bond(a, b) == NameBond.Whole || (Bond(a, b) == NameBond.Slip && !a.Doubtful && !b.Doubtful)));
        JoinWhereAlone(Blocks(KeysOfInitials), (a, b) => a.YearAgrees(b) && a.PlaceAgrees(b) && Bond(a, b) == NameBond.Initial);
        JoinWhereAlone(Blocks(KeysOfGivenName), (a, b) => Bond(a, b) == NameBond.GivenOnly);
        return new RegisterGroups(Ids(), joins);
    }

    /// <summary>"Она же", "ошол эле аял" under the name.</summary>
    private void JoinSaidToBeOne()
    {
        for (var i = 1; i < visitors.Count; i++)
            if (visitors[i].IsOneWithAbove) Join(i, i - 1);
        // "См. № 14": a number is soon mistaken, so that the given name must bear it out.
        var entries = Enumerable.Range(0, visitors.Count).Where(i => visitors[i].Serial is not null).ToLookup(i => visitors[i].Serial!, StringComparer.Ordinal);
        for (var i = 0; i < visitors.Count; i++)
            if (visitors[i].RefersTo is { } entry && entries[entry].ToArray() is [var meant] && meant != i && Bond(visitors[i], visitors[meant]) is NameBond.Fond or NameBond.Initial or NameBond.GivenOnly or NameBond.Whole) Join(i, meant);
    }

    private bool Supported(Visitor a, Visitor b) => Bond(a, b) switch
    {
        NameBond.Whole => true,
        NameBond.GivenOnly or NameBond.Initial => a.YearAgrees(b) || (a.HerPhoneIsNamed(b) && !a.YearConflicts(b)),
        _ => false,
    };

    private NameBond Bond(Visitor a, Visitor b) => names.Between(a.Name, b.Name);

    private static IEnumerable<string> KeysOfPapers(Visitor visitor)
    {
        if (visitor.Membership is { } number) yield return $"member|{number}";
        if (visitor.Document is { } document) yield return $"document|{document}";
    }

    private static IEnumerable<string> KeysOfWholeName(Visitor visitor)
    {
        var name = visitor.Name.Parts;
        if (name.Given is not { IsInitial: false } given || visitor.Place is null) yield break;
        if (name.Family is { IsInitial: false } family) yield return $"{given.Sound}|{family.Sound}|{visitor.Place}";
        if (name.OtherFamily is { IsInitial: false } former) yield return $"{given.Sound}|{former.Sound}|{visitor.Place}";
        if (name.Father is { IsInitial: false } father) yield return $"{given.Sound}|{father.Sound}|{visitor.Place}";
        if (!name.RolesCertain && name.Family is { } other) yield return $"{other.Sound}|{given.Sound}|{visitor.Place}";
    }

    private static IEnumerable<string> KeysOfNameAndYear(Visitor visitor)
    {
        var name = visitor.Name.Parts;
        if (name.Given is not { IsInitial: false } given || visitor.Latest is not { } latest) yield break;
        for (var year = visitor.Earliest!.Value; year <= latest; year++)
        {
            if (name.Family is { IsInitial: false } family) yield return string.Create(CultureInfo.InvariantCulture, $"{given.Sound}|{family.Sound}|{year}");
            if (name.Father is { IsInitial: false } father) yield return string.Create(CultureInfo.InvariantCulture, $"{given.Sound}|{father.Sound}|{year}");
        }
    }

    /// <summary>"Сыдыкова Назгүл" and "Назгүл Асан кызы" of one home and one year that is certain.</summary>
    private static IEnumerable<string> KeysOfGivenName(Visitor visitor)
    {
        var name = visitor.Name.Parts;
        if (name.Given is { IsInitial: false } given && visitor is { Doubtful: false, Latest: { } year, Place: { } place })
            yield return string.Create(CultureInfo.InvariantCulture, $"{given.Sound}|{year}|{place}");
    }

    /// <summary>"Камилов Бекзод" and "Камилов Бегзод": one of the names and the first sound of the other, the year and the home.</summary>
    private static IEnumerable<string> KeysOfOneName(Visitor visitor)
    {
        var name = visitor.Name.Parts;
        if (visitor is not { IsOfOneDistrict: true, Place: { } place, Latest: { } latest } || name is not { Given: { IsInitial: false } given, Family: { IsInitial: false } family }) yield break;
        for (var year = visitor.Earliest!.Value; year <= latest; year++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"family|{family.Sound}|{given.Sound[0]}|{year}|{place}");
            yield return string.Create(CultureInfo.InvariantCulture, $"given|{given.Sound}|{family.Sound[0]}|{year}|{place}");
        }
    }

    /// <summary>"Асанова Ж." and "Жылдыз А." meet "Асанова Жылдыз" under one name and the other's first sound.</summary>
    private static IEnumerable<string> KeysOfInitials(Visitor visitor)
    {
        if (visitor.Place is null) yield break;
        var name = visitor.Name.Parts;
        if (name.Family is { IsInitial: false } family) yield return $"family|{family.Sound}|{visitor.Place}";
        if (name.Given is { IsInitial: false } given) yield return $"given|{given.Sound}|{visitor.Place}";
    }

    private List<int[]> Blocks(Func<Visitor, IEnumerable<string>> keys)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var order = new List<List<int>>();
        for (var i = 0; i < visitors.Count; i++)
            foreach (var key in keys(visitors[i]).Distinct(StringComparer.Ordinal))
            {
                if (!blocks.TryGetValue(key, out var block))
                {
                    blocks[key] = block = [];
                    order.Add(block);
                }

                block.Add(i);
            }

        // A block of hundreds is a switchboard's number or a name of half the village: it tells nothing.
        return [.. order.Where(block => block.Count is > 1 and <= LargestBlock).Select(block => block.ToArray())];
    }

    /// <param name="evenSo">Whether two are one although those joined with them so far showed different documents: never, unless told.</param>
    private void JoinAll(List<int[]> blocks, Func<Visitor, Visitor, bool> same, Func<Visitor, Visitor, bool>? evenSo = null)
    {
        foreach (var block in blocks)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 1; i < block.Length; i++)
                for (var j = 0; j < i; j++)
                    if (!circles.Together(block[i], block[j]) && same(visitors[block[i]], visitors[block[j]])
                        && (!circles.ShowedOtherDocuments(circles.Of(block[i]), circles.Of(block[j])) || evenSo?.Invoke(visitors[block[i]], visitors[block[j]]) is true)) Join(block[i], block[j]);
        }
    }

    /// <summary>Joins a row to a circle only when no other circle fits it, and it fits no other row's circle either.</summary>
    private void JoinWhereAlone(List<int[]> blocks, Func<Visitor, Visitor, bool> same)
    {
        var fits = new Dictionary<int, HashSet<int>>();
        var pairs = new List<(int Row, int Other)>();
        foreach (var block in blocks)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 1; i < block.Length; i++)
                for (var j = 0; j < i; j++)
                    if (!circles.Together(block[i], block[j]) && same(visitors[block[i]], visitors[block[j]]) && MayBeOne(circles.Of(block[i]), circles.Of(block[j])))
                    {
                        pairs.Add((block[i], block[j]));
                        Fit(circles.Of(block[i]), circles.Of(block[j]));
                        Fit(circles.Of(block[j]), circles.Of(block[i]));
                    }
        }

        // Decided on what was so before this stage: joining one pair must not make another look alone.
        var alone = pairs.Where(pair => IsAlone(circles.Of(pair.Row), circles.Of(pair.Other))).ToArray();
        foreach (var (row, other) in alone)
            if (MayBeOne(circles.Of(row), circles.Of(other))) Join(row, other);

        void Fit(int one, int other)
        {
            if (!fits.TryGetValue(one, out var found)) fits[one] = found = [];
            found.Add(other);
        }

        bool IsAlone(int one, int other) => Rivals(one, other) && Rivals(other, one);

        // Several rows that all fit each other are one family of writings, not rivals.
        bool Rivals(int one, int other) => fits[one].All(rival => rival == other || (fits.TryGetValue(rival, out var theirs) && theirs.Contains(other)));
    }

    private bool MayBeOne(int one, int other) => one == other || (circles.Compatible(one, other) && !circles.ReachedDifferently(one, other) && !circles.ShowedOtherDocuments(one, other));

    private void Join(int row, int other)
    {
        if (!circles.TryJoin(row, other)) return;
        var (a, b) = (visitors[row], visitors[other]);
        var why = new List<string> { Bond(a, b) == NameBond.Initial ? "initial" : "name" };
        if (a.SharesMembership(b)) why.Add("membership");
        if (a.SharesDocument(b)) why.Add("document");
        if (a.SharesHerPhone(b)) why.Add("phone");
        else if (a.SharesAnyPhone(b)) why.Add("relative's phone");
        if (a.YearAgrees(b)) why.Add("birth year");
        if (a.PlaceAgrees(b)) why.Add("place");
        joins.Add(new RegisterJoin(Math.Max(a.Position, b.Position), Math.Min(a.Position, b.Position), why));
    }

    private string?[] Ids()
    {
        var people = new string?[rowCount];
        var ids = new Dictionary<int, string>();
        for (var i = 0; i < visitors.Count; i++)
        {
            var circle = circles.Of(i);
            if (!ids.TryGetValue(circle, out var id)) ids[circle] = id = string.Create(CultureInfo.InvariantCulture, $"p{ids.Count + 1}");
            people[visitors[i].Position] = id;
        }

        return people;
    }
}
