using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Matching;

/// <summary>The remembered decisions on records that looked alike: a graph of which the links make groups.</summary>
internal sealed class Twins(TurnaDb db, KeyVault vault, Remembered remembered)
{
    /// <summary>All records linked as one person with this one, itself included, the earliest first.</summary>
    public Task<IReadOnlyList<PersonId>> GroupAsync(PersonId person, CancellationToken cancel) => ReachAsync(person, without: null, cancel);

    /// <summary>What the records linked with a person fall into when she goes.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<PersonId>>> PartsWithoutAsync(PersonId person, CancellationToken cancel)
    {
        var parts = new List<IReadOnlyList<PersonId>>();
        foreach (var other in await DecidedAsync(person, TwinDecision.Linked, cancel))
        {
            if (parts.TrueForAll(p => !p.Contains(other))) parts.Add(await ReachAsync(other, person, cancel));
        }

        return parts;
    }

    private async Task<IReadOnlyList<PersonId>> ReachAsync(PersonId start, PersonId? without, CancellationToken cancel)
    {
        var group = new HashSet<PersonId> { start };
        var waiting = new Queue<PersonId>([start]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var other in await DecidedAsync(next, TwinDecision.Linked, cancel))
            {
                if (other != without && group.Add(other)) waiting.Enqueue(other);
            }
        }

        return [.. group.OrderBy(p => p.Value)];
    }

    /// <summary>The records about which this was decided with the one given; what the unit of work has not saved yet counts.</summary>
    public async Task<IReadOnlyList<PersonId>> DecidedAsync(PersonId person, TwinDecision decision, CancellationToken cancel)
    {
        var token = TokenOf(person);
        var saved = await remembered.OrReadAsync(
            db, ("twins", token), unit => unit.Set<Twin>().AsNoTracking().Where(t => t.One == token || t.Other == token).ToListAsync(cancel), typeof(Twin));
        var unsaved = db.Set<Twin>().Local.Where(t => t.One == token || t.Other == token).ToList();
        var rows = saved.ExceptBy(unsaved.Select(t => t.Id), t => t.Id).Concat(unsaved).Where(t => t.Decision == decision);
        return [.. rows.Select(t => t.One.Equals(token) ? new PersonId(vault.OpenReference(t.Other, t.OtherReference)) : new PersonId(vault.OpenReference(t.One, t.OneReference)))];
    }

    /// <summary>Remembers a decision in the unit of work, in the place of an earlier one on the same pair.</summary>
    public async Task DecideAsync(PersonId a, PersonId b, TwinDecision decision, Actor actor, DateTime at, CancellationToken cancel)
    {
        var (one, other) = InOrder(a, b);
        var pair = PairOf(a, b);
        if (await db.Set<Twin>().SingleOrDefaultAsync(t => t.Pair == pair, cancel) is { } earlier)
        {
            (earlier.Decision, earlier.DecidedAt, earlier.DecidedBy) = (decision, at, actor.Member);
            return;
        }

        var (first, second) = (TokenOf(one), TokenOf(other));
        db.Add(new Twin
        {
            Id = Guid.CreateVersion7(), Organisation = actor.Organisation, Pair = pair, One = first, Other = second,
            OneReference = vault.SealReference(first, one.Value), OtherReference = vault.SealReference(second, other.Value),
            Decision = decision, DecidedAt = at, DecidedBy = actor.Member,
        });
    }

    /// <summary>Forgets every decision about a person who is erased.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken cancel)
    {
        var token = TokenOf(person);
        db.RemoveRange(await db.Set<Twin>().Where(t => t.One == token || t.Other == token).ToListAsync(cancel));
    }

    /// <summary>Whether anything was decided about two records that still stands.</summary>
    public async Task<bool> IsDecidedAsync(PersonId a, PersonId b, CancellationToken cancel)
    {
        var pair = PairOf(a, b);
        return await db.Set<Twin>().AnyAsync(t => t.Pair == pair && t.Decision != TwinDecision.Undone, cancel) || (await GroupAsync(a, cancel)).Contains(b);
    }

    /// <summary>The token of a pair, the same from either end.</summary>
    public Token PairOf(PersonId a, PersonId b)
    {
        var (one, other) = InOrder(a, b);
        return vault.IndexToken("pair", $"{one.Value:N}|{other.Value:N}");
    }

    private static (PersonId One, PersonId Other) InOrder(PersonId a, PersonId b) => a.Value.CompareTo(b.Value) < 0 ? (a, b) : (b, a);

    public Token TokenOf(PersonId person) => vault.LinkToken(Links.Twin, person.Value);
}
