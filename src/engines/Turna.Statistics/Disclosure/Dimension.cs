using System.Collections.Frozen;

namespace Turna.Statistics.Disclosure;

/// <summary>How the value of a group follows from the values of its members.</summary>
public enum Relation
{
    /// <summary>The group is the sum of its members: everyone is in exactly one of them (sex, age band, oblast).</summary>
    Sum,

    /// <summary>
    /// Everyone of the group is in one member <em>or several</em> (topics of a consultation, months in which a client came):
    /// max(members) ≤ group ≤ sum(members).
    /// </summary>
    Cover,

    /// <summary>Each member is part of the group, and the group may hold more: member ≤ group (consultations hold clients).</summary>
    Contain,
}

/// <summary>A code that stands for other codes of the same dimension: an oblast for its raions, an age band for its years.</summary>
/// <param name="Code">The group's own code, as tables show it.</param>
/// <param name="Members">The codes it is made of; each may be a group itself. Never empty, never circular.</param>
/// <param name="Relation">How its value follows from theirs.</param>
public sealed record Group(string Code, IReadOnlyList<string> Members, Relation Relation = Relation.Sum);

/// <summary>
/// One way of dividing a population, with all its codes and groups. Groups may overlap (regions by county <em>and</em> by
/// type of municipality): the first that names a code adopts it, later ones are further sums over the same codes.
/// </summary>
/// <remarks>
/// A dimension that a table does not mention stands at its total. Without a total the absent dimension stands at a nameless
/// whole that has no stated relation to the codes: nothing is subtracted across it.
/// </remarks>
public sealed class Dimension
{
    private readonly FrozenDictionary<string, int> index;

    private Dimension(string name, string? total, string[] codes, CodeGroup[] groups)
    {
        Name = name;
        Total = total;
        Codes = codes;
        index = codes.Select((code, at) => (code, at)).ToFrozenDictionary(pair => pair.code, pair => pair.at, StringComparer.Ordinal);
        GroupsOf = groups;
    }

    /// <summary>The column of the tables that holds its codes.</summary>
    public string Name { get; }

    /// <summary>The code of the whole; null when the whole is not meaningful.</summary>
    public string? Total { get; }

    /// <summary>All codes; the first is the whole (an empty text when <see cref="Total"/> is null).</summary>
    public IReadOnlyList<string> Codes { get; }

    internal IReadOnlyList<CodeGroup> GroupsOf { get; }

    /// <summary>A dimension without groups but its total.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="total">The code of the whole.</param>
    /// <param name="codes">The other codes, each once.</param>
    /// <param name="relation">How the whole follows from the codes.</param>
    /// <exception cref="DisclosureException">A code is given twice, or is the total's.</exception>
    public static Dimension Flat(string name, string? total, IReadOnlyList<string> codes, Relation relation = Relation.Sum) =>
        Of(name, total, codes, [], relation);

    /// <summary>A dimension with groups.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="total">The code of the whole; null when there is none.</param>
    /// <param name="codes">The codes that are no groups, each once.</param>
    /// <param name="groups">
    /// The groups, in the order in which they adopt their members. A group with the total's code says itself what the total is
    /// made of; without one the total is made of all codes and groups that nothing else has adopted.
    /// </param>
    /// <param name="relation">How the whole follows from its parts, when no group says so.</param>
    /// <exception cref="DisclosureException">A code is given twice or unknown, or the groups go in a circle.</exception>
    public static Dimension Of(
        string name, string? total, IReadOnlyList<string> codes, IReadOnlyList<Group> groups, Relation relation = Relation.Sum)
    {
        var all = new List<string> { total ?? string.Empty };
        all.AddRange(groups.Select(group => group.Code).Where(code => code != total));
        all.AddRange(codes);
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            if (!at.TryAdd(all[i], i)) throw new DisclosureException($"dimension {name}: the code '{all[i]}' is given twice");
        }

        var resolved = new List<CodeGroup>();
        foreach (var group in groups)
        {
            if (group.Members.Count == 0) throw new DisclosureException($"dimension {name}: the group '{group.Code}' has no members");
            var members = group.Members.Select(member => at.TryGetValue(member, out var found)
                ? found
                : throw new DisclosureException($"dimension {name}: the group '{group.Code}' names the unknown code '{member}'")).ToArray();
            if (members.Distinct().Count() != members.Length)
                throw new DisclosureException($"dimension {name}: the group '{group.Code}' names a code twice");
            resolved.Add(new CodeGroup(at[group.Code], members, group.Relation));
        }

        resolved = PartsFirst(name, all, resolved);
        if (total is not null && resolved.TrueForAll(group => group.Code != 0) && all.Count > 1)
        {
            var (parent, further) = CodeCoordinates.Adopt(all.Count, resolved);
            var tops = Enumerable.Range(1, all.Count - 1).Where(code => parent[code] < 0 && !further.Contains(code));
            resolved.Add(new CodeGroup(0, [.. tops], relation));
        }

        return new Dimension(name, total, [.. all], [.. resolved]);
    }

    /// <summary>The place of a code in <see cref="Codes"/>, or −1.</summary>
    public int Find(string code) => index.TryGetValue(code, out var at) ? at : -1;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The groups in their order, but each after the groups it is made of.</summary>
    private static List<CodeGroup> PartsFirst(string name, List<string> codes, List<CodeGroup> groups)
    {
        var ordered = new List<CodeGroup>(groups.Count);
        var state = new byte[codes.Count];
        var byCode = groups.ToLookup(group => group.Code);
        foreach (var group in groups) Visit(group.Code);
        return ordered;

        void Visit(int code)
        {
            if (state[code] == 2) return;
            if (state[code] == 1) throw new DisclosureException($"dimension {name}: the group '{codes[code]}' is made of itself");
            state[code] = 1;
            foreach (var group in byCode[code])
            {
                foreach (var member in group.Members) Visit(member);
                ordered.Add(group);
            }

            state[code] = 2;
        }
    }
}

/// <summary>A <see cref="Group"/> with its codes resolved to their places.</summary>
internal sealed record CodeGroup(int Code, int[] Members, Relation Relation);
