using System.Text.Json.Nodes;
using Turna.Kernel;

namespace Turna.People.Contracts;

/// <summary>A line of a panel: where it leads, and what it says in the language of the request.</summary>
/// <param name="Text">What it is: "Unpaid wages, open".</param>
/// <param name="Href">Its page; null for a line that leads nowhere.</param>
/// <param name="Note">What else is known at a glance: "due on 24 November".</param>
public sealed record PanelLine(string Text, string? Href = null, string? Note = null);

/// <summary>A block beside a person's timeline.</summary>
/// <param name="Title">In the language of the request.</param>
/// <param name="Lines">Newest or most urgent first.</param>
/// <param name="Action">What can be begun here, such as opening a case.</param>
public sealed record PersonPanel(string Title, IReadOnlyList<PanelLine> Lines, PanelLine? Action = null);

/// <summary>Something that happened with or for her, in the timeline of her page.</summary>
/// <param name="At">UTC.</param>
/// <param name="Title">In the language of the request.</param>
/// <param name="By">Name of the member who did it.</param>
/// <param name="Text">What more may be shown at once.</param>
/// <param name="Href">Where it is told in full.</param>
public sealed record PersonEvent(DateTime At, string Title, string? By = null, string? Text = null, string? Href = null);

/// <summary>
/// Implemented by a room that keeps something about people, to be shown on her page. Registered as a scoped service. Shows only what
/// the actor may know, and puts on record what it opens.
/// </summary>
public interface IPersonPanel
{
    /// <summary>Panels with smaller numbers stand higher.</summary>
    int Order { get; }

    /// <summary>The block beside the timeline; null when there is nothing the actor may know.</summary>
    Task<PersonPanel?> ShowAsync(PersonId person, Actor actor, CancellationToken cancel);

    /// <summary>What happened, in any order; at most <paramref name="most"/>, the newest.</summary>
    Task<IReadOnlyList<PersonEvent>> TellAsync(PersonId person, int most, Actor actor, CancellationToken cancel);
}

/// <summary>A part of the copy that a person takes away, under its heading in the request's language.</summary>
public sealed record CopySection(string Heading, JsonNode Content);

/// <summary>
/// Implemented by a room that keeps something about people, so that her rights reach it: the copy she takes away, the reasons not to
/// erase, and erasure itself.
/// </summary>
public interface IKeepsAboutPeople
{
    /// <summary>The room's part of her copy, of what the actor may open; empty when there is none.</summary>
    Task<IReadOnlyList<CopySection>> CopyAsync(PersonId person, Actor actor, CancellationToken cancel);

    /// <summary>Why her record must still be kept, in words of the request's language: "A wage claim is open."</summary>
    Task<IReadOnlyList<string>> ReasonsToKeepAsync(PersonId person, Actor actor, CancellationToken cancel);

    /// <summary>
    /// The latest day on which somebody worked with each; today where work is still going on, and nobody with whom nobody did. Of all teams, since a record
    /// that any of them works with must not go; it tells days and nothing else.
    /// </summary>
    Task<IReadOnlyDictionary<PersonId, DateOnly>> LastContactsAsync(IReadOnlyCollection<PersonId> people, DateOnly today, CancellationToken cancel);

    /// <summary>Erases, in the current unit of work, what concerns her alone. Facts under the pseudonym stay.</summary>
    Task EraseAsync(PersonId person, Actor actor, CancellationToken cancel);
}

/// <summary>Implemented by a room in which something stands on a consent: closes it when the consent is withdrawn, in the same unit of work.</summary>
public interface IFollowsConsent
{
    /// <summary>The consent has been withdrawn. <paramref name="consent"/> is its id.</summary>
    Task WithdrawnAsync(PersonId person, ConsentPurpose purpose, Guid consent, Actor actor, CancellationToken cancel);
}

/// <summary>
/// Implemented by a room whose facts count people: records were linked as one person, or a link was undone, or one of the linked was
/// erased. Called in the same unit of work, once for each person that remains.
/// </summary>
public interface IFollowsLinks
{
    /// <summary>
    /// What concerns these records counts from now on as what concerns <paramref name="countedAs"/>, whatever it counted as before. To say it
    /// again changes nothing.
    /// </summary>
    Task CountAsync(IReadOnlyCollection<PersonId> records, PersonId countedAs, CancellationToken cancel);
}

/// <summary>Somebody's contacts so far.</summary>
/// <param name="Count">How many.</param>
/// <param name="Country">Where she was at the latest of them, ISO 3166 alpha-2; null where nobody wrote it down.</param>
/// <param name="Language">What was spoken then, ISO 639; null where nobody wrote it down.</param>
public sealed record EarlierContacts(int Count, string? Country, string? Language);

/// <summary>Implemented by a room that logs contacts: how many there were before, for the line of a suggestion.</summary>
public interface ICountContacts
{
    /// <summary>The contacts of each person that the actor may know of; those without any may be left out.</summary>
    Task<IReadOnlyDictionary<PersonId, EarlierContacts>> CountAsync(IReadOnlyCollection<PersonId> people, Actor actor, CancellationToken cancel);
}

/// <summary>Implemented by a room whose records have numbers that are said on the telephone: the search box of the header finds them too.</summary>
public interface IFindByNumber
{
    /// <summary>Address of the record the actor may open; null when it is no such number, or none of hers.</summary>
    Task<string?> FindAsync(string typed, Actor actor, CancellationToken cancel);
}
