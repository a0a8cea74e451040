using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.StaticAssets;
using Turna.Web.Hosting;

namespace Turna.Web.Proofs.Access;

/// <summary>A way into the host: a page's handler or an endpoint.</summary>
/// <param name="Key">Method, route and handler.</param>
/// <param name="IsDeclared">Whether it says who may come.</param>
internal sealed record HostRoute(string Key, bool IsDeclared);

/// <summary>Every page handler and endpoint of a host, from its own route table. Styles and scripts hold nothing of anybody and are left out.</summary>
internal static class HostRoutes
{
    // Static files that were added since the build; the framework maps it without metadata, so the gate lets nobody pass.
    private const string FrameworksOwn = "Fallback {**path:file}";

    public static async Task<IReadOnlyList<HostRoute>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var routes = new List<HostRoute>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint.DisplayName == FrameworksOwn || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) continue;
            var pattern = $"/{((RouteEndpoint)endpoint).RoutePattern.RawText!.TrimStart('/')}";
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) routes.AddRange(await OfPageAsync(loader, page, endpoint, pattern));
            else routes.AddRange(OfEndpoint(endpoint, pattern));
        }

        return [.. routes.DistinctBy(r => r.Key)];
    }

    private static async Task<IEnumerable<HostRoute>> OfPageAsync(PageLoader loader, PageActionDescriptor page, Endpoint endpoint, string pattern)
    {
        var compiled = await loader.LoadAsync(page, endpoint.Metadata);
        var declared = Gate.DeclarationOf(new Endpoint(null, new EndpointMetadataCollection(compiled.DeclaredModelTypeInfo!.GetCustomAttributes(inherit: true)), null)) is not null;
        // A page without handlers of its own still answers GET.
        var handlers = compiled.HandlerMethods.Select(h => $"{h.HttpMethod.ToUpperInvariant()} {pattern} {h.Name}".TrimEnd()).Append($"GET {pattern}");
        return handlers.Distinct(StringComparer.Ordinal).Select(key => new HostRoute(key, declared));
    }

    private static IEnumerable<HostRoute> OfEndpoint(Endpoint endpoint, string pattern) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(m => new HostRoute($"{m} {pattern}", Gate.DeclarationOf(endpoint) is not null));
}
