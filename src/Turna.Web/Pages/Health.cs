using Turna.Data;
using Turna.Kernel;

namespace Turna.Web.Pages;

/// <summary>Says whether the server can read its database. Tells nothing else.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health", AnswerAsync).WithMetadata(new OpenToAllAttribute("A watchdog asks without signing in."));

    private static async Task<IResult> AnswerAsync(TurnaDb db, CancellationToken cancel) =>
        await db.Database.CanConnectAsync(cancel) ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
