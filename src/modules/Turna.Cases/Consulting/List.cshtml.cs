using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Members.Contracts;
using Turna.People.Contracts;

namespace Turna.Cases.Consulting;

/// <summary>A consultation as a list shows it.</summary>
internal sealed record ConsultationLine(ConsultationId Id, DateOnly On, string? Person, string Topics, string? Country, string By);

[Needs(CasesPermissions.LogName)]
internal sealed class ListModel(CaseAccess access, ConsultationShelf shelf, PersonCards cards, StaffDirectory staff, KeyHolders holders, Visitor visitor, Texts texts) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Country { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public IReadOnlyList<ConsultationLine> Lines { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages { get; private set; }

    public bool IsCut { get; private set; }

    /// <summary>The keys of her work that she still lacks: what those open is not in the list.</summary>
    public IReadOnlyList<AwaitedKey> Awaited { get; private set; } = [];

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public IReadOnlyList<Choice> Countries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        Topics = [.. CodeLists.Shipped.Topics.Codes.Select(t => new Choice(t.Value, Design.Markup.Content.Text(t.Name(texts.Language.Code))))];
        Countries = CountryChoices.For(texts.Language.Code);
        var query = Narrow(access.VisibleConsultations(actor).AsNoTracking());
        var page = await ListPage<Consultation>.ReadAsync(query, query.OrderByDescending(c => c.On).ThenByDescending(c => c.LoggedAt), Number, PageSize, cancel);
        (Number, Pages, Count, IsCut) = (page.Number, page.Pages, page.Count, page.IsCut);
        Lines = await OpenAsync(page.Rows, actor, cancel);
        Awaited = await holders.AwaitedAsync(actor, cancel);
    }

    public bool MayBringIn => visitor.Actor.May(CasesPermissions.Import);

    public bool MayKeepTexts => visitor.Actor.May(CasesPermissions.KeepTexts);

    public string PageLink() => "/consultations" + Microsoft.AspNetCore.Http.QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["topic"] = Topic, ["country"] = Country, ["from"] = From?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["to"] = To?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
    }.Where(q => !string.IsNullOrEmpty(q.Value))!) is var link && link.Contains('?', StringComparison.Ordinal) ? link + "&p={0}" : link + "?p={0}";

    private IQueryable<Consultation> Narrow(IQueryable<Consultation> query)
    {
        if (!string.IsNullOrEmpty(Topic) && CodeLists.Shipped.Topics.TryFind(Topic, out _))
            query = query.Where(c => (" " + c.Topics + " ").Contains(" " + Topic + " "));
        if (!string.IsNullOrEmpty(Country)) query = query.Where(c => c.Country == Country);
        if (From is { } from) query = query.Where(c => c.On >= from);
        if (To is { } to) query = query.Where(c => c.On <= to);
        return query;
    }

    private async Task<IReadOnlyList<ConsultationLine>> OpenAsync(List<Consultation> page, Actor actor, CancellationToken cancel)
    {
        var open = await shelf.OpenAsync(page, "list of consultations", actor, cancel);
        if (open.Count == 0) return [];
        var people = await cards.OpenAsync([.. open.Select(o => o.Content?.Person).OfType<Guid>().Distinct().Select(p => new PersonId(p))], "list of consultations", actor, cancel);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        return [.. open.Select(o => new ConsultationLine(
            o.Row.Id, o.Row.On, NameOf(o, people), CaseWords.Topics(texts, o.Row.TopicCodes),
            CaseWords.Name(texts, CodeLists.Shipped.Countries, o.Row.Country), names.GetValueOrDefault(o.Row.Member, "—")))];
    }

    private string? NameOf(ShownConsultation shown, IReadOnlyDictionary<PersonId, PersonCard> people) => shown switch
    {
        { IsClosed: true } => texts["A person you may not open"],
        { Content: null } => CaseWords.Altered(texts),
        { Content.Person: { } person } => people.GetValueOrDefault(new PersonId(person))?.Name ?? texts["A person you may not open"],
        _ => null,
    };
}
