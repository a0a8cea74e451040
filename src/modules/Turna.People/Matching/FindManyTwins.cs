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

        return identities.Zip(candidates, (identity, likely) => Rank(identity, [.. likely.Where(id => rows.ContainsKey(id) && keys.ContainsKey(id.Subject)).Select(id => rows[id])], keys));
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

    private IReadOnlyList<LikelyPerson> Rank(Identity identity, List<Person> rows, Dictionary<SubjectId, SubjectKey> keys)
    {
        if (rows.Count == 0) return [];
        var likeness = new Likeness(identity);
        var matches = new SearchMatch?[rows.Count];
        var sure = new bool[rows.Count];
        var sealedRows = rows.ConvertAll(p => new SealedCandidate(keys[p.Id.Subject], p.Place, p.Identity));
        var ranked = vault.Rank<Identity>(
            sealedRows,
            (at, other) =>
            {
                matches[at] = likeness.Match(other);
                sure[at] = likeness.IsSure(other);
                return matches[at]?.Score ?? 0;
            },
            LikelyPeople.Most);
        return [.. ranked.Select(r => new LikelyPerson(rows[r.Candidate].Id, sure[r.Candidate], matches[r.Candidate]!.InWords(texts)))];
    }
}
