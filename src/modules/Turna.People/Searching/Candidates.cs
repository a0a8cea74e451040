using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Searching;

/// <summary>Those shown of the candidates, with the row each was opened from, and how many more answered.</summary>
internal sealed record Shown(IReadOnlyList<FoundPerson> People, bool More)
{
    public static Shown Nobody { get; } = new([], false);
}

/// <summary>
/// From index keys to people shown: candidates by token, ranked without being shown, then one leaf that lists those shown, then opened.
/// </summary>
internal sealed class Candidates(TurnaDb db, KeyVault vault, SearchIndex index, PersonShelf shelf, Texts texts)
{
    /// <summary>The best matches among those with one of the keys whom the actor may find.</summary>
    public async Task<Shown> ShowAsync(
        IEnumerable<SearchKey> keys, Func<Identity, SearchMatch?> match, Func<PersonId, bool> leaveOut, int most, string purpose, Actor actor, CancellationToken cancel)
    {
        var ids = (await index.FindAsync(keys, cancel)).Where(id => !leaveOut(id)).ToList();
        var rows = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        var best = await BestAsync([.. rows.Where(p => PersonAccess.MayFind(actor, p))], match, most + 1, cancel);
        var open = await shelf.UnsealAsync([.. best.Take(most)], PeopleActs.Searched, purpose, actor, cancel);
        return new Shown([.. open.Select(p => Show(p, match(p.Identity)!, actor))], best.Count > most);
    }

    private async Task<IReadOnlyList<Person>> BestAsync(IReadOnlyList<Person> rows, Func<Identity, SearchMatch?> match, int most, CancellationToken cancel)
    {
        var keys = await vault.FindKeysAsync([.. rows.Select(p => p.Id.Subject)], cancel);
        List<Person> openable = [.. rows.Where(p => keys.ContainsKey(p.Id.Subject)).OrderBy(p => p.Id.Value)];
        var candidates = openable.ConvertAll(p => new SealedCandidate(keys[p.Id.Subject], p.Place, p.Identity));
        return [.. vault.Rank<Identity>(candidates, i => match(i)?.Score ?? 0, most).Select(r => openable[r.Candidate])];
    }

    private FoundPerson Show(OpenPerson open, SearchMatch match, Actor actor) => new(
        open.Id, open.Identity.DisplayName, open.Identity.BirthDate?.Year, PlaceOf(open.Identity), match.InWords(texts),
        PersonAccess.MayOpen(actor, open.Row), open.Row.Sensitivity == PersonSensitivity.Restricted)
    {
        SafeContactLines = PersonAccess.MayOpen(actor, open.Row) ? SafeContactWords.Lines(open.Identity.SafeContact, texts) : [],
    };

    private string? PlaceOf(Identity identity) => !string.IsNullOrEmpty(identity.Village)
        ? identity.Village
        : CodeLists.Shipped.Places.TryFind(identity.HomeOblast, out var oblast) ? oblast.Name(texts.Language.Code) : null;
}
