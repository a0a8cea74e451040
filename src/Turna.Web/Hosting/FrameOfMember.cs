using System.Globalization;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Web.Hosting;

/// <summary>What stands around a page of the signed-in member: her organisation, her teams, and the ways her permissions open.</summary>
internal sealed class FrameOfMember(Visitor visitor, SignedInStaff signedIn, StaffDirectory staff, IEnumerable<IDue> counts, TimeProvider clock) : IFrameSource
{
    private static readonly IReadOnlyList<FrameLink> OwnPages =
    [
        new(Texts.Key("Your account"), "/account"),
        new(Texts.Key("Where you are signed in"), "/account/sessions"),
    ];

    // Also while nobody waits for a key: in the navigation it stands only then.
    private static readonly FrameLink KeysPage = new(Texts.Key("Keys"), "/keys");

    public async ValueTask<Frame> FrameAsync(HttpContext http)
    {
        if (signedIn.Member is not { } member) return Frame.Nobody;
        var actor = member.Actor;
        var mine = actor.Teams.ToHashSet();
        var teams = mine.Count == 0 ? [] : await staff.TeamsAsync(actor.Organisation, http.RequestAborted);
        return new Frame
        {
            SignedIn = true,
            Organisation = member.OrganisationName,
            Initials = Initials(member.Name),
            Teams = [.. teams.Where(t => mine.Contains(t.Id)).Select(t => t.Name)],
            Navigation = await WithDueAsync(actor, http.RequestAborted),
            Account = StaffDirectory.CirclesOf(actor).Count > 0 ? [.. OwnPages, KeysPage] : OwnPages,
            SearchHref = Open(actor, Rooms.All.Select(room => room.Search)),
            LogConsultationHref = Open(actor, Rooms.All.Select(room => room.QuickEntry)),
            SessionSeconds = visitor.EndsAt is { } ends ? Math.Max(0, (int)(ends - clock.GetUtcNow().UtcDateTime).TotalSeconds) : null,
        };
    }

    /// <summary>The entries of the main navigation that are open to her, from left to right.</summary>
    public static IEnumerable<NavigationEntry> Ways(Actor actor) =>
        Rooms.All.SelectMany(room => room.Navigation).Where(entry => actor.May(entry.Permission)).OrderBy(entry => entry.Order);

    private async Task<IReadOnlyList<FrameLink>> WithDueAsync(Actor actor, CancellationToken cancel)
    {
        var links = Ways(actor).Select(entry => new FrameLink(entry.Text, entry.Href)).ToList();
        foreach (var count in counts)
        {
            var due = await count.CountAsync(actor, cancel);
            var place = links.FindIndex(link => link.Href == count.Link.Href);
            if (place >= 0) links[place] = links[place] with { Due = due };
            else if (due > 0) links.Add(new FrameLink(count.Link.Text, count.Link.Href, due));
        }

        return links;
    }

    private static string? Open(Actor actor, IEnumerable<NavigationEntry?> entries) =>
        entries.FirstOrDefault(entry => entry is not null && actor.May(entry.Permission))?.Href;

    private static string Initials(string name) => string.Join(
        ' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => $"{StringInfo.GetNextTextElement(word).ToUpperInvariant()}."));
}
