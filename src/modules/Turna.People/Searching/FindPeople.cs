using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.People.Searching;

/// <summary>Answers the search box. Every search leaves a leaf, also one that finds nobody.</summary>
internal sealed class FindPeople(Candidates candidates, KeyVault vault, AuditLedger ledger, Texts texts)
{
    public async Task<SearchAnswer> HandleAsync(string? text, int most, Actor actor, CancellationToken cancel)
    {
        // Without the index key nothing is looked up, so that known and unknown people cannot be told apart.
        if (!actor.May(PeoplePermissions.Search) || !vault.CanFind) return SearchAnswer.Nobody;
        var query = SearchQuery.Read(text);
        if (query.SaysTooLittle)
        {
            return new SearchAnswer([], false, query.IsNumber
                ? texts["Write the whole number of the telephone or the document: by its last digits nobody is found. Beside a year of birth write a name."]
                : texts["Write a second name (three letters are enough), an initial and the family name, or the year of birth."]);
        }


        var shown = await ShowAsync(query, most, actor, cancel);
        return new SearchAnswer(shown.People, shown.More, null);
    }

    /// <summary>Those shown, with what the search had to open and how each answers.</summary>
    public async Task<Shown> ShowAsync(SearchQuery query, int most, Actor actor, CancellationToken cancel)
    {
        var shown = await candidates.ShowAsync(query, _ => false, most, Purposes.SearchAnswers, actor, cancel);
        if (shown.People.Count == 0) await ledger.RecordNowAsync(actor.Organisation, actor.Member, PeopleActs.Searched, Purposes.SearchAnswers, [], cancel);
        return shown;
    }
}
