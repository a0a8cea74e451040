using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
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

    private static async Task<Answer> SuggestAsync([FromForm] string? query, PersonFinder finder, Visitor visitor, CancellationToken cancel)
    {
        var answer = await finder.SearchAsync(query ?? string.Empty, visitor.Actor, cancel);
        return new Answer([.. answer.People.Select(p => new Suggestion(p.Id.Value, p.Name, Detail(p), p.Why))], answer.More, answer.Ask);
    }

    private static string Detail(FoundPerson person) => string.Join(", ", new[] { person.BirthYear?.ToString(System.Globalization.CultureInfo.InvariantCulture), person.Place }.OfType<string>());

    /// <summary>What the browser shows: texts only, never markup.</summary>
    internal sealed record Answer(IReadOnlyList<Suggestion> Found, bool More, string? Ask);

    internal sealed record Suggestion(Guid Id, string Name, string Detail, string Why);
}
