using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.People.Searching;

/// <summary>The full page of results. What is searched for comes by POST and is never written into an address.</summary>
[Needs(PeoplePermissions.SearchName)]
internal sealed class SearchPageModel(FindPeople find, IEnumerable<IFindByNumber> numbered, Visitor visitor) : PageModel
{
    private const int MostOnPage = 25;

    [BindProperty]
    public string? Query { get; set; }

    /// <summary>She comes from erasing a record.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Erased { get; set; }

    /// <summary>Whether she decides whose record has been kept long enough.</summary>
    public bool MayRetain => visitor.Actor.May(PeoplePermissions.Retain);

    public SearchAnswer? Answer { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        foreach (var room in numbered)
        {
            if (await room.FindAsync(Query ?? string.Empty, visitor.Actor, cancel) is { } href) return Redirect(href);
        }

        Answer = await find.HandleAsync(Query, MostOnPage, visitor.Actor, cancel);
        return Page();
    }
}
