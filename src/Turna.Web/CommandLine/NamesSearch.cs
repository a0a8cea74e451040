using Turna.Names;

namespace Turna.Web.CommandLine;

/// <summary>A person found, and how well she answers.</summary>
internal readonly record struct NamesHit(string Id, NameMatch Match);

/// <summary>What a search gave and how many identities it opened.</summary>
internal sealed record NamesAnswer(IReadOnlyList<NamesHit> Hits, int Candidates);

/// <summary>
/// Token, candidates, open, rank: the references of all tokens are opened first, those whom most tokens name are opened next, and what
/// is opened is ranked by the engine. When nobody convinces, further keys allow for a slip.
/// </summary>
internal sealed class NamesSearch(NamesRegister register)
{
    private const int MostOpened = 300;
    private const int MostOpenedForSlips = 900;

    /// <summary>The name by which a kind of key enters its token.</summary>
    public static string KindOf(NameKeyKind kind) => kind switch
    {
        NameKeyKind.TwoNames => "name2",
        NameKeyKind.NameAndStart => "name-start",
        NameKeyKind.InitialAndName => "initial",
        _ => "name-year",
    };

    /// <summary>The best answers, best first; equal ones in the order of registration.</summary>
    public NamesAnswer Answer(string text, int? birthYear, int most)
    {
        var query = NameKeys.ForQuery(text, birthYear);
        if (query.TooLittle) return new NamesAnswer([], 0);

        var opened = new Dictionary<Guid, NamesHit>();
        OpenBest(query, Tally(query.Keys), MostOpened, opened);
        if (!opened.Values.Any(h => Convinces(h.Match))) OpenBest(query, Tally(NameKeys.ForSlips(query)), MostOpenedForSlips, opened);

        var best = opened.OrderByDescending(h => h.Value.Match.Verdict).ThenByDescending(h => h.Value.Match.Evidence).ThenBy(h => h.Key).Take(most).Select(h => h.Value);
        return new NamesAnswer([.. best], opened.Count);
    }

    // An initial never convinces by itself, and no further key would help it.
    private static bool Convinces(NameMatch match) => match.Verdict == Verdict.Same || (match.Verdict == Verdict.Possible && match.Seen.Given == Agreement.Initial);

    private List<(Guid Person, int Weight)> Tally(IReadOnlyList<NameKey> keys)
    {
        var named = new Dictionary<Guid, int>();
        foreach (var key in keys)
        {
            var token = register.Index.TokenOf(KindOf(key.Kind), key.Text);
            foreach (var reference in register.References(token))
            {
                var person = register.Index.OpenReference(token, reference);
                named[person] = named.GetValueOrDefault(person) + Weight(key.Kind);
            }
        }

        return [.. named.Select(n => (n.Key, n.Value)).OrderByDescending(n => n.Value).ThenBy(n => n.Key)];
    }

    private static int Weight(NameKeyKind kind) => kind switch
    {
        NameKeyKind.TwoNames => 4,
        NameKeyKind.NameAndYear => 3,
        NameKeyKind.NameAndStart => 2,
        _ => 1,
    };

    /// <summary>Opens from the most named down; once somebody convinces, those named half as often are left closed.</summary>
    private void OpenBest(NameQuery query, List<(Guid Person, int Weight)> named, int most, Dictionary<Guid, NamesHit> opened)
    {
        var convinced = int.MaxValue;
        var count = 0;
        foreach (var (person, weight) in named)
        {
            if (count >= most || (convinced != int.MaxValue && weight * 2 <= convinced)) break;
            if (opened.ContainsKey(person) || register.Open(person) is not { } identity) continue;
            count++;
            var match = NameComparison.Compare(query.Name, identity.Read());
            opened[person] = new NamesHit(identity.Id, match);
            if (convinced == int.MaxValue && Convinces(match)) convinced = weight;
        }
    }
}
