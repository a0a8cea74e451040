using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Turna.Design;
using Turna.Kernel;
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

    private static async Task<Answer> SuggestAsync([FromForm] string? query, PersonFinder finder, Visitor visitor, Texts texts, CancellationToken cancel)
    {
        var answer = await finder.SearchAsync(query ?? string.Empty, visitor.Actor, cancel);
        var note = answer.Ask ?? (answer.People.Count == 0 ? texts["Nobody found"] : answer.More ? texts["There are more. Add a name, a year of birth or a telephone."] : null);
        return new Answer([.. answer.People.Select(p => new Suggestion(p.Id.ToString(), p.Name, Hint(p)))], note);
    }

    private static string Hint(FoundPerson person) =>
        string.Join(", ", new[] { person.BirthYear?.ToString(CultureInfo.InvariantCulture), person.Place }.OfType<string>()) is { Length: > 0 } known ? $"{known} — {person.Why}" : person.Why;

    /// <summary>What the browser shows: texts only, never markup.</summary>
    internal sealed record Answer(IReadOnlyList<Suggestion> Items, string? Note);

    internal sealed record Suggestion(string Value, string Text, string Hint);
}
