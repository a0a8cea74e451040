using System.Net;
using Turna.Kernel;

namespace Turna.Web.Proofs.Access;

/// <summary>Records that may be one person, found by the register's own search for them, waiting in the queue to be decided.</summary>
internal sealed class ProofPairs(ProofOffice office, CancellationToken cancel)
{
    private const string Queue = "/people/likely-same";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<IReadOnlyList<ProofSubject>> MakeAsync()
    {
        List<Pair> here =
        [
            await RegisterAsync("a likely pair", "Жылдызбекова", "Мээрим Касымовна", "caseworker", office.Legal, restricted: false),
            await RegisterAsync("a likely pair of the other team", "Токтогулова", "Бурулкан Эсеновна", "protection", office.Protecting, restricted: false),
            await RegisterAsync("a likely pair of restricted people", "Арзыматова", "Дилбар Шавкатовна", "protection", office.Protecting, restricted: true),
        ];
        List<Pair> there = [await RegisterAsync("a likely pair of another organisation", "Дооронбекова", "Салтанат Тургуновна", "elsewhere", office.TeamThere, restricted: false)];
        // Of those here the protection team alone may open all.
        return [.. await SeekAsync("protection", here), .. await SeekAsync("elsewhere", there)];
    }

    private async Task<Pair> RegisterAsync(string name, string family, string others, string by, TeamId team, bool restricted)
    {
        var first = Guid.CreateVersion7();
        foreach (var id in (Guid[])[first, Guid.CreateVersion7()])
        {
            List<KeyValuePair<string, string>> form =
            [
                new("Input.Id", id.ToString()), new("Input.Family", family), new("Input.Given", others.Split(' ')[0]), new("Input.Patronymic", others.Split(' ')[1]), new("Input.Sex", "Female"),
            ];
            // The second form answers the question whether she is the first: not sure.
            if (id != first) form.AddRange([new("Input.Twins[0].Id", first.ToString()), new("Input.Twins[0].Answer", "unsure")]);
            if (restricted) form.AddRange([new("Input.Restricted", "true"), new("Input.Team", team.ToString())]);
            await ProofOffice.ExpectRedirectAsync(office[by].Browser.PostAsync("/people/new", form, cancel));
        }

        return new Pair(name, family, first, team, restricted);
    }

    private async Task<IReadOnlyList<ProofSubject>> SeekAsync(string by, IReadOnlyList<Pair> pairs)
    {
        var browser = office[by].Browser;
        await ProofOffice.ExpectRedirectAsync(browser.PostAsync($"{Queue}?handler=Seek", [], cancel));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Longest);
        while (true)
        {
            var page = WebUtility.HtmlDecode((await browser.GetAsync(Queue, cancel)).Body);
            if (pairs.All(p => page.Contains(p.Family, StringComparison.Ordinal))) return [.. pairs.Select(p => SubjectOf(p, by, page))];
            await Task.Delay(Pause, patience.Token);
        }
    }

    private ProofSubject SubjectOf(Pair pair, string by, string page)
    {
        var shown = page[page.IndexOf(pair.Family, StringComparison.Ordinal)..];
        return new ProofSubject
        {
            Kind = "pair", Name = pair.Name, Id = Guid.Parse(ProofOffice.Between(shown, "name=\"suggestion\" value=\"", "\"")), Organisation = office[by].Actor!.Organisation,
            Team = pair.Team, IsRestricted = pair.IsRestricted, Secrets = [new Secret(pair.Family, "identity", pair.First)],
        };
    }

    private sealed record Pair(string Name, string Family, Guid First, TeamId Team, bool IsRestricted);
}
