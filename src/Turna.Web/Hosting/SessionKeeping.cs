using Turna.Kernel;

namespace Turna.Web.Hosting;

/// <summary>POST /session/keep: the page says that somebody is still here. Coming through the session's entry has prolonged it already.</summary>
internal static class SessionKeeping
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/session/keep", () => Results.NoContent()).WithMetadata(new OpenToMembersAttribute("Everyone keeps her own session."));
}
