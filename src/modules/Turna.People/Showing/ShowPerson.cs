using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Attaching;
using Turna.People.Consenting;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Relating;
using Turna.People.Rights;
using Turna.People.Travelling;
using Turna.People.Wording;
using Turna.Vault;

namespace Turna.People.Showing;

/// <summary>Everything the page of a person shows.</summary>
internal sealed record PersonView
{
    public required OpenPerson Open { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<(Consent Row, ConsentDetail Detail)> Consents { get; init; }

    public required IReadOnlyList<(Journey Row, JourneyDetail Detail)> Journeys { get; init; }

    public required IReadOnlyList<(Relation Row, RelationDetail Detail)> Relations { get; init; }

    public required IReadOnlyList<AttachmentView> Files { get; init; }

    public required IReadOnlyList<PersonPanel> Panels { get; init; }

    public required IReadOnlyList<PersonEvent> Events { get; init; }

    /// <summary>The records that are linked with hers as one person, those that the reader may open.</summary>
    public required IReadOnlyList<LinkedRecord> Linked { get; init; }

    /// <summary>How she may be reached without danger, by this record and those linked with it together.</summary>
    public SafeContact SafeContact => LinkedRecords.Together(Open.Identity.SafeContact, Linked);

    /// <summary>Somebody has worked with her since the time of her record was counted: it will be counted anew before it runs out.</summary>
    public bool IsWorkedWith { get; init; }

    public Identity Identity => Open.Identity;

    public Person Row => Open.Row;

    public bool MayBeUnder18 => Identity.MayBeUnder18On(Today);

    /// <summary>Whether her guardian agreed that we work with her: so it is written of the guardian, or a consent to help her was the guardian's.</summary>
    public bool GuardianAgrees =>
        Identity.Guardian is { Agrees: true }
        || Consents.Any(c => c.Row.Purpose == ConsentPurpose.Service && c.Row.HoldsOn(Today) && c.Detail.Manner == ConsentManner.Guardian);
}

/// <summary>Gathers her page: one opening of her own record, and what other rooms keep about her.</summary>
internal sealed class ShowPerson(
    PersonShelf shelf, KeyVault vault, ConsentBook consents, JourneyBook journeys, RelationBook relations, AttachmentBook files, LinkedRecords linked,
    StaffDirectory staff, LastContacts contacts, IEnumerable<IPersonPanel> rooms, Texts texts)
{
    private const int MostEvents = 50;

    public async Task<PersonView?> HandleAsync(PersonId id, Actor actor, CancellationToken cancel)
    {
        if (!vault.CanFind || await shelf.OpenAsync(id, Purposes.HerPage, actor, cancel) is not { } open) return null;
        var agreed = await consents.OfAsync(id, cancel);
        var travelled = await journeys.OfAsync(open, cancel);
        var events = new List<PersonEvent>(OwnEvents(open.Row, agreed, travelled));
        var panels = new List<PersonPanel>();
        foreach (var room in rooms.OrderBy(r => r.Order))
        {
            if (await room.ShowAsync(id, actor, cancel) is { } panel) panels.Add(panel);
            events.AddRange(await room.TellAsync(id, MostEvents, actor, cancel));
        }

        var zone = await staff.ZoneAsync(actor.Organisation, cancel);
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        return new PersonView
        {
            Open = open,
            Today = today,
            Consents = [.. agreed.Select(c => (c, vault.Open<ConsentDetail>(open.Receipt, open.Key, c.Place(id), c.Detail)))],
            Journeys = travelled,
            Relations = await relations.OfAsync(open, actor, cancel),
            Files = await files.OfAsync(open, cancel),
            Panels = panels,
            Events = [.. events.OrderByDescending(e => e.At).Take(MostEvents).Select(e => e with { At = zone.Local(e.At) })],
            Linked = await linked.OfAsync(id, Purposes.HerPage, actor, cancel),
            IsWorkedWith = (await contacts.LaterAsync(RetentionRule.RunsOut(open.Row.KeepUntil, today) ? [open.Row] : [], today, cancel)).Count > 0,
        };
    }

    private IEnumerable<PersonEvent> OwnEvents(Person row, IReadOnlyList<Consent> agreed, IReadOnlyList<(Journey Row, JourneyDetail Detail)> travelled)
    {
        yield return new PersonEvent(row.RegisteredAt, texts["Registered"]);
        foreach (var consent in agreed)
        {
            yield return new PersonEvent(Noon(consent.GivenOn), texts["Consent given"], Text: PersonWords.Word(consent.Purpose, texts));
            if (consent.WithdrawnOn is { } withdrawn) yield return new PersonEvent(Noon(withdrawn), texts["Consent withdrawn"], Text: PersonWords.Word(consent.Purpose, texts));
        }

        foreach (var (journey, detail) in travelled)
        {
            var country = PersonWords.Country(journey.Destination, texts);
            if (detail.LeftOn is { } left && !detail.Planned) yield return new PersonEvent(Noon(left.Earliest), texts["Left home"], Text: country);
            if (detail.ReturnedOn is { } back) yield return new PersonEvent(Noon(back.Earliest), texts["Came back"], Text: country);
        }
    }

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
}
