using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.People.Keeping;

/// <summary>A person with her identity open before a member, her key and the receipt of the opening.</summary>
internal sealed record OpenPerson(Person Row, Identity Identity, SubjectKey Key, OpeningReceipt Receipt)
{
    public PersonId Id => Row.Id;
}

/// <summary>Where the sealed identities stand: finds, opens (on record), seals anew and grants.</summary>
internal sealed class PersonShelf(TurnaDb db, KeyVault vault, AuditLedger ledger)
{
    private static readonly PreparedQuestion<PersonId, Person> OfId = new((db, id) => db.Set<Person>().AsNoTracking().Where(p => p.Id == id));

    /// <summary>Opens one person for reading; null when she is missing or not to be known by this actor.</summary>
    /// <exception cref="SealBrokenException">Her record was altered or moved.</exception>
    public Task<OpenPerson?> OpenAsync(PersonId id, string purpose, Actor actor, CancellationToken cancel) =>
        OpenOneAsync(OfId.Of(db, id), purpose, actor, cancel);

    /// <summary>Opens one person to change her record: the row belongs to the unit of work. Null when missing or not to be known.</summary>
    /// <exception cref="SealBrokenException">Her record was altered or moved.</exception>
    public Task<OpenPerson?> OpenForChangeAsync(PersonId id, Actor actor, CancellationToken cancel) =>
        OpenOneAsync(db.Set<Person>().Where(p => p.Id == id).AsAsyncEnumerable(), Purposes.Change, actor, cancel);

    /// <summary>
    /// Opens those of these persons whom the actor may know, with one leaf for all, in the order given. One whose seal is broken is left out, which
    /// goes on record.
    /// </summary>
    public async Task<IReadOnlyList<OpenPerson>> OpenAsync(IReadOnlyCollection<PersonId> ids, Act act, string purpose, Actor actor, CancellationToken cancel)
    {
        var people = db.Set<Person>().AsNoTracking();
        // Mostly it is one, and a question with a list in it is put together anew each time.
        var one = ids.Count == 1 ? ids.First() : default;
        var rows = await (ids.Count == 1 ? people.Where(p => p.Id == one) : people.Where(p => ids.Contains(p.Id))).ToDictionaryAsync(p => p.Id, cancel);
        return await UnsealAsync([.. ids.Distinct().Where(rows.ContainsKey).Select(id => rows[id]).Where(p => PersonAccess.MayOpen(actor, p))], act, purpose, actor, cancel);
    }

    /// <summary>
    /// Codes one person for the unit of work at hand, on its record, without opening her before anybody; null when she is missing or not to be known
    /// by this actor.
    /// </summary>
    public async Task<TCode?> CodeAsync<TCode>(PersonId id, string purpose, Func<Identity, TCode> code, Actor actor, CancellationToken cancel)
        where TCode : class
    {
        if (await FindAsync(id, PersonAccess.MayOpen, actor, cancel) is not var (row, key)) return null;
        return vault.Code(ledger.OpenWithin(actor, PeopleActs.Opened, purpose, id.Subject), key, row.Place, row.Identity, code);
    }

    /// <summary>Whether the actor may open this person at all; opens nothing.</summary>
    public Task<bool> MayOpenAsync(PersonId id, Actor actor, CancellationToken cancel) => MayAsync(id, PersonAccess.MayOpen, actor, cancel);

    /// <summary>Whether the actor may do something to this person, and holds the key; opens nothing.</summary>
    public async Task<bool> MayAsync(PersonId id, Func<Actor, Person, bool> allows, Actor actor, CancellationToken cancel) =>
        await FindAsync(id, allows, actor, cancel) is not null;

    /// <summary>Makes a new person's key, grants it to those who may know her, and seals who she is.</summary>
    public async Task<SubjectKey> PutAsync(Person row, Identity identity, CancellationToken cancel)
    {
        var key = await vault.CreateAsync(row.Id.Subject, row.Organisation, [CircleOf(row)], cancel);
        row.Identity = vault.Seal(key, row.Place, identity);
        db.Add(row);
        return key;
    }

    /// <summary>Seals a changed identity in the place of the old one.</summary>
    public void Reseal(OpenPerson open, Identity changed)
    {
        open.Row.ContentRevision++;
        open.Row.Identity = vault.Seal(open.Key, open.Row.Place, changed);
    }

    /// <summary>Who holds the key of a person: everyone who works with people, or the one team.</summary>
    public static CircleId CircleOf(Person row) => row.Sensitivity == PersonSensitivity.Restricted && row.Team is { } team
        ? CircleId.Of(team)
        : CircleId.Of(row.Organisation);

    private async Task<OpenPerson?> OpenOneAsync(IAsyncEnumerable<Person> one, string purpose, Actor actor, CancellationToken cancel)
    {
        if (await one.SingleOrDefaultAsync(cancel) is not { } row || !PersonAccess.MayOpen(actor, row) || await vault.FindKeyAsync(row.Id.Subject, cancel) is not { } key) return null;
        var receipt = await ledger.OpenAsync(actor, PeopleActs.Opened, purpose, [row.Id.Subject], cancel);
        return new OpenPerson(row, vault.Open<Identity>(receipt, key, row.Place, row.Identity), key, receipt);
    }

    private async Task<(Person Row, SubjectKey Key)?> FindAsync(PersonId id, Func<Actor, Person, bool> allows, Actor actor, CancellationToken cancel) =>
        await OfId.Of(db, id).SingleOrDefaultAsync(cancel) is { } row
        && allows(actor, row) && await vault.FindKeyAsync(id.Subject, cancel) is { } key ? (row, key) : null;

    /// <summary>Opens rows that the caller has checked, with one leaf for all; without those whose seal is broken.</summary>
    public async Task<IReadOnlyList<OpenPerson>> UnsealAsync(IReadOnlyCollection<Person> rows, Act act, string purpose, Actor actor, CancellationToken cancel)
    {
        var keys = await vault.FindKeysAsync([.. rows.Select(p => p.Id.Subject)], cancel);
        return await UnsealAsync(rows, keys, act, purpose, actor, cancel);
    }

    /// <summary>The same, with the keys the caller found for them.</summary>
    public async Task<IReadOnlyList<OpenPerson>> UnsealAsync(
        IReadOnlyCollection<Person> rows, IReadOnlyDictionary<SubjectId, SubjectKey> keys, Act act, string purpose, Actor actor, CancellationToken cancel)
    {
        List<Person> openable = [.. rows.Where(p => keys.ContainsKey(p.Id.Subject))];
        if (openable.Count == 0) return [];
        var receipt = await ledger.OpenAsync(actor, act, purpose, [.. openable.Select(p => p.Id.Subject)], cancel);
        var open = await vault.OpenEachAsync<Person, Identity>(receipt, keys, openable, p => new SealedContent(p.Place, p.Identity));
        return [.. open.Where(o => o.Content is not null).Select(o => new OpenPerson(o.Row, o.Content!, keys[o.Row.Id.Subject], receipt))];
    }
}
