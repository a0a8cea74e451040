using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.People.Attaching;

/// <summary>A file of hers as a download: never shown by the browser as a page of ours.</summary>
internal static class Downloads
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/people/{id:guid}/files/{file:guid}", OpenAsync).WithMetadata(new NeedsAttribute(PeoplePermissions.OpenName));

    private static async Task<IResult> OpenAsync(Guid id, Guid file, AttachFile attach, Visitor visitor, CancellationToken cancel) =>
        await attach.OpenAsync(new PersonId(id), file, visitor.Actor, cancel) is { } download
            ? Results.File(download.Content, download.MediaType, download.FileName)
            : Results.NotFound();
}
