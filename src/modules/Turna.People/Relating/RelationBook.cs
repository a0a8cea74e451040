using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Relating;

/// <summary>Household and family as they are kept: found by her token, told by her key.</summary>
internal sealed class RelationBook(TurnaDb db, KeyVault vault, PersonShelf shelf)
{
    /// <summary>Her relations, without those to somebody who is registered and of whom the reader may not know.</summary>
    public async Task<IReadOnlyList<(Relation Row, RelationDetail Detail)>> OfAsync(OpenPerson her, Actor actor, CancellationToken cancel)
    {
        var token = TokenOf(her.Id);
        var rows = await db.Set<Relation>().AsNoTracking().Where(r => r.Of == token).OrderBy(r => r.Id).ToListAsync(cancel);
        var all = new List<(Relation, RelationDetail)>(rows.Count);
        foreach (var row in rows)
        {
            var detail = vault.Open<RelationDetail>(her.Receipt, her.Key, row.Place(her.Id), row.Detail);
            if (detail.Person is not { } other || await shelf.MayOpenAsync(new PersonId(other), actor, cancel)) all.Add((row, detail));
        }

        return all;
    }

    /// <summary>Adds somebody to her household; <paramref name="to"/> when that somebody is registered.</summary>
    public void Add(OpenPerson her, Guid id, RelationDetail detail, PersonId? to)
    {
        var relation = new Relation { Id = id, Organisation = her.Row.Organisation, Of = TokenOf(her.Id), To = to is { } other ? TokenOf(other) : null };
        relation.Detail = vault.Seal(her.Key, relation.Place(her.Id), detail);
        db.Add(relation);
    }

    /// <summary>Takes a relation away, and with it the other side where both are registered. False when it is not hers.</summary>
    public async Task<bool> RemoveAsync(PersonId person, Guid id, CancellationToken cancel)
    {
        var token = TokenOf(person);
        if (await db.Set<Relation>().SingleOrDefaultAsync(r => r.Id == id && r.Of == token, cancel) is not { } relation) return false;
        db.Remove(relation);
        if (relation.To is { } other) db.RemoveRange(await db.Set<Relation>().Where(r => r.Of == other && r.To == token).ToListAsync(cancel));
        return true;
    }

    /// <summary>Takes away, in the unit of work, whatever relates a person who is erased to others who are registered.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken cancel)
    {
        var token = TokenOf(person);
        db.RemoveRange(await db.Set<Relation>().Where(r => r.Of == token || r.To == token).ToListAsync(cancel));
    }

    private Token TokenOf(PersonId person) => vault.LinkToken(Links.Relation, person.Value);
}
