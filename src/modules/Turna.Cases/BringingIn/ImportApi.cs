using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>
/// The steps of an import for a command on the server's own machine. Every request carries the header <c>Turna-Command</c>, which no page of
/// another site can send.
/// </summary>
internal static class ImportApi
{
    /// <summary>Header that a browser sends to no other site without asking first.</summary>
    private const string CommandHeader = "Turna-Command";

    /// <summary>Name of the file: base64 of its UTF-8, so that it stands in no address and no log.</summary>
    private const string NameHeader = "Turna-File-Name";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/registers").WithMetadata(new NeedsAttribute(CasesPermissions.ImportName)).AddEndpointFilter(OnlyCommandsAsync);
        api.MapGet("/desk", async (RegisterImport import, Visitor visitor, CancellationToken cancel) => Results.Json(await import.WhoAsync(visitor.Actor, cancel)));
        api.MapPost("/", StageAsync);
        api.MapGet("/{id:guid}", async (Guid id, RegisterImport import, Visitor visitor, CancellationToken cancel) =>
            await import.SeeAsync(id, visitor.Actor, cancel) is { } state ? Results.Json(state) : Results.NotFound());
        api.MapPost("/{id:guid}/read", async (Guid id, HttpContext http, RegisterImport import, Visitor visitor, Texts texts, CancellationToken cancel) =>
            Answer(await import.ReadAsync(id, SessionCookie.Read(http)!, visitor.Actor, cancel), texts));
        api.MapPost("/{id:guid}/decide", async (Guid id, ImportChoices choices, RegisterImport import, Visitor visitor, Texts texts, CancellationToken cancel) =>
            Answer(await import.DecideAsync(id, choices, visitor.Actor, cancel), texts));
        api.MapPost("/{id:guid}/bring-in", async (Guid id, HttpContext http, RegisterImport import, Visitor visitor, Texts texts, CancellationToken cancel) =>
            Answer(await import.BringInAsync(id, SessionCookie.Read(http)!, visitor.Actor, cancel), texts));
        api.MapPost("/{id:guid}/cancel", async (Guid id, RegisterImport import, Visitor visitor, Texts texts, CancellationToken cancel) =>
            Answer(await import.CancelAsync(id, visitor.Actor, cancel), texts));
        api.MapGet("/{id:guid}/report", async (Guid id, RegisterImport import, Visitor visitor, CancellationToken cancel) =>
            await import.ReportAsync(id, visitor.Actor, cancel) is { } report ? Results.Bytes(report, "application/json") : Results.NotFound());
    }

    private static async ValueTask<object?> OnlyCommandsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers.ContainsKey(CommandHeader) ? await next(context) : Results.NotFound();

    private static async Task<IResult> StageAsync(Guid team, HttpContext http, RegisterImport import, Visitor visitor, Texts texts, CancellationToken cancel)
    {
        if (NameOf(http.Request) is not { } name) return Results.BadRequest();
        if (http.Request.ContentLength is > StageFile.Largest) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, cancel);
        var staged = await import.StageAsync(team, name, content.ToArray(), visitor.Actor, cancel);
        return staged.Succeeded ? Results.Json(new { id = staged.Value }, statusCode: StatusCodes.Status201Created) : Refusal(staged.Error, texts);
    }

    private static string? NameOf(HttpRequest request)
    {
        Span<byte> bytes = stackalloc byte[1024];
        return Convert.TryFromBase64String(request.Headers[NameHeader].ToString(), bytes, out var length) ? Encoding.UTF8.GetString(bytes[..length]) : null;
    }

    private static IResult Answer(Result<Done> result, Texts texts) => result.Succeeded ? Results.NoContent() : Refusal(result.Error, texts);

    private static IResult Refusal(Error error, Texts texts) =>
        error is Error.Missing ? Results.NotFound() : Results.Json(new { error = texts.Why(error) }, statusCode: StatusCodes.Status400BadRequest);
}
