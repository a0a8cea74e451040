using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Turna.Design;
using Turna.Kernel;
using Turna.People.Contacting;
using Turna.People.Contracts;

namespace Turna.People.Searching;

/// <summary>
/// Suggestions while somebody types: <c>POST /people/suggest</c> with the form field <c>query</c> and the antiforgery token, as the
/// combobox of the design system sends them.
/// </summary>
internal static class Suggestions
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/people/suggest", SuggestAsync).WithMetadata(new NeedsAttribute(PeoplePermissions.SearchName));

    private static async Task<Answer> SuggestAsync([FromForm] string? query, PersonFinder finder, IEnumerable<ICountContacts> counts, Visitor visitor, Texts texts, CancellationToken cancel)
    {
        var answer = await finder.SearchAsync(query ?? string.Empty, visitor.Actor, cancel);
        var note = answer.Ask ?? (answer.People.Count == 0 ? texts["Nobody found"] : answer.More ? texts["There are more. Add a name, a year of birth or a telephone."] : null);
        var earlier = await EarlierAsync(answer.People, counts, visitor.Actor, cancel);
        return new Answer([.. answer.People.Select(p => new Suggestion(p.Id.ToString(), p.Name, Hint(p, earlier.GetValueOrDefault(p.Id), texts), p.MayOpen ? SafeContactWords.OrNothing(p.SafeContactLines, texts) : [], p.IsDoubtful)
        {
            Country = earlier.GetValueOrDefault(p.Id)?.Country, Language = earlier.GetValueOrDefault(p.Id)?.Language,
        })], note);
    }

    private static async Task<Dictionary<PersonId, EarlierContacts>> EarlierAsync(IReadOnlyList<FoundPerson> people, IEnumerable<ICountContacts> counts, Actor actor, CancellationToken cancel)
    {
        var earlier = new Dictionary<PersonId, EarlierContacts>();
        if (people.Count == 0) return earlier;
        foreach (var room in counts)
        {
            foreach (var (person, contacts) in await room.CountAsync([.. people.Select(p => p.Id)], actor, cancel))
                earlier[person] = earlier.TryGetValue(person, out var others) ? others with { Count = others.Count + contacts.Count } : contacts;
        }

        return earlier;
    }

    /// <summary>"1989, Кара-Суу — same given name · 3 earlier".</summary>
    private static string Hint(FoundPerson person, EarlierContacts? earlier, Texts texts)
    {
        var known = string.Join(", ", new[] { person.BirthYear?.ToString(CultureInfo.InvariantCulture), person.Place }.OfType<string>());
        var why = earlier is { Count: > 0 and var count } ? $"{person.Why} · {texts.Plural(count, "one earlier consultation", "{0} earlier consultations")}" : person.Why;
        return known.Length > 0 ? $"{known} — {why}" : why;
    }

    /// <summary>What the browser shows: texts only, never markup.</summary>
    internal sealed record Answer(IReadOnlyList<Suggestion> Items, string? Note);

    internal sealed record Suggestion(string Value, string Text, string Hint, IReadOnlyList<string> Lines, bool Doubtful)
    {
        /// <summary>Where she was at her latest contact: the next is likely from there too.</summary>
        public string? Country { get; init; }

        /// <summary>What was spoken then.</summary>
        public string? Language { get; init; }
    }
}
