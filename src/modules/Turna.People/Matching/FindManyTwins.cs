using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Names;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.People.Searching;
using Turna.Vault;

namespace Turna.People.Matching;

/// <summary>
/// The same search as <see cref="FindTwins"/> for the people of a register, a few hundred at a time, so that the index is asked in few questions.
/// What is found is seen by all who work on the register, whoever had it read: so only those whom every one of them may know.
/// </summary>
internal sealed class FindManyTwins(TurnaDb db, KeyVault vault, SearchIndex index, Texts texts)
{
    private const int AtOnce = 200;
    private const int MostCandidates = 60;

    public async Task<IReadOnlyList<IReadOnlyList<LikelyPerson>>> HandleAsync(IReadOnlyList<NewPerson> people, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(PeoplePermissions.Search) || !vault.CanFind) return [.. people.Select(_ => (IReadOnlyList<LikelyPerson>)[])];
        var found = new List<IReadOnlyList<LikelyPerson>>(people.Count);
        foreach (var few in people.Chunk(AtOnce)) found.AddRange(await FewAsync(few, actor, cancel));
        return found;
    }

    public async Task<IReadOnlySet<PersonId>> StillAsync(IReadOnlyCollection<PersonId> found, Actor actor, CancellationToken cancel) =>
        (await RowsAsync(found, actor, cancel)).Keys.ToHashSet();

    private async Task<IEnumerable<IReadOnlyList<LikelyPerson>>> FewAsync(NewPerson[] people, Actor actor, CancellationToken cancel)
    {
        var identities = Array.ConvertAll(people, p => IdentityInput.Read(p).Identity);
        var candidates = await index.FindManyAsync(actor.Organisation, [.. identities.Select(SearchKeys.Of)], MostCandidates, cancel);
        var rows = await RowsAsync([.. candidates.SelectMany(c => c).Distinct()], actor, cancel);
        var keys = new Dictionary<SubjectId, SubjectKey>();
        foreach (var some in rows.Keys.Select(id => id.Subject).Chunk(SearchIndex.MostParameters))
        {
            foreach (var (subject, key) in await vault.FindKeysAsync(some, cancel)) keys[subject] = key;
        }

        return identities.Zip(candidates, (identity, likely) => Rank(identity, [.. likely.Where(id => rows.ContainsKey(id) && keys.ContainsKey(id.Subject)).Select(id => rows[id])], keys, actor));
    }

    private async Task<Dictionary<PersonId, Person>> RowsAsync(IReadOnlyCollection<PersonId> ids, Actor actor, CancellationToken cancel)
    {
        var rows = new Dictionary<PersonId, Person>();
        foreach (var some in ids.Chunk(SearchIndex.MostParameters))
        {
            foreach (var row in await db.Set<Person>().AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync(cancel))
                if (row.Sensitivity == PersonSensitivity.Standard && PersonAccess.MayFind(actor, row)) rows[row.Id] = row;
        }

        return rows;
    }

    private IReadOnlyList<LikelyPerson> Rank(Identity identity, List<Person> rows, Dictionary<SubjectId, SubjectKey> keys, Actor actor)
    {
        if (rows.Count == 0) return [];
        var likeness = new Likeness(identity);
        var matches = new SearchMatch?[rows.Count];
        var seen = new Seen[rows.Count];
        var mayOpen = rows.ConvertAll(p => PersonAccess.MayOpen(actor, p));
        var sealedRows = rows.ConvertAll(p => new SealedCandidate(keys[p.Id.Subject], p.Place, p.Identity));
        var ranked = vault.Rank<Identity>(
            sealedRows,
            (at, other) =>
            {
                matches[at] = likeness.Match(other);
                if (matches[at] is not null) seen[at] = See(likeness, other, mayOpen[at]);
                return matches[at]?.Score ?? 0;
            },
            LikelyPeople.Most);
        // While somebody with her document or telephone is to be doubted, a namesake is no surer for that.
        var doubtful = ranked.Any(r => seen[r.Candidate] is { Speaks: true, Sure: false });
        return [.. ranked.Select(r => Show(rows[r.Candidate].Id, seen[r.Candidate], !doubtful))];
    }

    // Nothing of her own is kept of these words: they stay in the register after she was erased.
    private Seen See(Likeness likeness, Identity other, bool mayOpen)
    {
        var both = likeness.With(other, mayOpen);
        return new Seen(likeness.MoreThanNamesAgrees(other), likeness.IsSure(other, mayOpen), string.Join(", ", both.Agreeing(texts)), both.Contradicting(texts, withDates: false));
    }

    private static LikelyPerson Show(PersonId id, Seen seen, bool maySure) => new(id, seen.Sure && maySure, seen.Agreeing) { Contradictions = seen.Contradicting };

    private readonly record struct Seen(bool Speaks, bool Sure, string Agreeing, IReadOnlyList<string> Contradicting);
}
