using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;

namespace Turna.People.Reviewing;

/// <summary>Opens the pairs of the queue that are due, for a member who may open both persons.</summary>
internal sealed class ReviewTwins(TurnaDb db, TwinQueue queue, PersonShelf shelf, Texts texts)
{
    private const int MostShown = 10;

    // Pairs behind a wall of hers are passed over, so more are read than shown.
    private const int MostRead = 60;

    public async Task<IReadOnlyList<QueuedPair>> HandleAsync(Actor actor, CancellationToken cancel)
    {
        var pairs = new List<(TwinSuggestion Row, PersonId One, PersonId Other)>();
        foreach (var row in await queue.DueAsync(actor.Organisation, MostRead, cancel))
        {
            var (one, other) = queue.PeopleOf(row);
            if (pairs.Count < MostShown && await shelf.MayOpenAsync(one, actor, cancel) && await shelf.MayOpenAsync(other, actor, cancel)) pairs.Add((row, one, other));
        }

        List<PersonId> ids = [.. pairs.SelectMany(p => (PersonId[])[p.One, p.Other]).Distinct()];
        var open = (await shelf.OpenAsync(ids, PeopleActs.Opened, Purposes.LikelySame, actor, cancel)).ToDictionary(p => p.Id);
        // What stands in the records may have been corrected since the pair was found.
        return [.. pairs.Where(p => open.ContainsKey(p.One) && open.ContainsKey(p.Other)).Select(p => Show(p.Row, open[p.One], open[p.Other])).OrderBy(p => p.IsContradicted)];
    }

    /// <summary>Both persons of a suggestion; null when there is none or she may not open both.</summary>
    public async Task<(PersonId One, PersonId Other)?> PeopleOfAsync(Guid suggestion, Actor actor, CancellationToken cancel)
    {
        if (await queue.FindAsync(suggestion, actor.Organisation, cancel) is not { } row) return null;
        var pair = queue.PeopleOf(row);
        return await shelf.MayOpenAsync(pair.One, actor, cancel) && await shelf.MayOpenAsync(pair.Other, actor, cancel) ? pair : null;
    }

    /// <summary>How many people were registered since a search began, of those everybody here may know of.</summary>
    public Task<int> RegisteredSinceAsync(OrganisationId organisation, DateTime began, CancellationToken cancel) =>
        db.Set<Person>().CountAsync(p => p.Organisation == organisation && p.Sensitivity == PersonSensitivity.Standard && p.RegisteredAt > began, cancel);

    private QueuedPair Show(TwinSuggestion row, OpenPerson one, OpenPerson other)
    {
        var both = new TwoRecords(one.Identity, other.Identity, mayOpen: true);
        var agreeing = new Likeness(one.Identity).Match(other.Identity) is null ? [texts["no longer alike"]] : both.Agreeing(texts);
        return new QueuedPair(row.Id, Show(one), Show(other), agreeing, both.Contradicting(texts), row.Strength == TwinSuggestion.Strong, both.IsContradicted);
    }

    private QueuedPerson Show(OpenPerson one) => new(one.Id, one.Identity.DisplayName, one.Identity.BirthDate is { } born ? texts.Date(born) : null, PlaceOf(one.Identity));

    private string? PlaceOf(Identity identity) => !string.IsNullOrEmpty(identity.Village)
        ? identity.Village
        : CodeLists.Shipped.Places.TryFind(identity.HomeOblast, out var oblast) ? oblast.Name(texts.Language.Code) : null;
}
