using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Turna.Kernel;
using Turna.Testing;
using Turna.Web.Hosting;

namespace Turna.ArchitectureTests;

public sealed class Endpoints(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Every_page_and_endpoint_declares_who_may_come()
    {
        var all = await AllAsync();

        all.Count.ShouldBeGreaterThan(20);
        all.Where(e => Gate.DeclarationOf(e) is null).Select(e => e.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public void An_endpoint_that_declares_nothing_is_found() => Gate.DeclarationOf(new Endpoint(null, new EndpointMetadataCollection(), "undeclared")).ShouldBeNull();

    [Fact]
    public async Task Every_declared_permission_exists()
    {
        var known = Rooms.All.SelectMany(room => room.Permissions).Select(p => p.Name).ToHashSet();

        (await AllAsync()).Select(Gate.DeclarationOf).OfType<NeedsAttribute>().Select(n => n.Permission).Where(p => !known.Contains(p)).ShouldBeEmpty();
    }

    [Fact]
    public void Permissions_and_acts_have_one_owner_each()
    {
        Rooms.All.SelectMany(room => room.Permissions).Select(p => p.Name).ShouldBeUnique();
        Rooms.All.SelectMany(room => room.Acts).Select(a => a.Name).ShouldBeUnique();
    }

    [Fact]
    public async Task Every_page_can_be_made_from_the_services_of_its_module()
    {
        await using var scope = office.Services.CreateAsyncScope();
        foreach (var page in await PagesAsync())
        {
            if (page.ModelTypeInfo?.IsSubclassOf(typeof(PageModel)) == true) ActivatorUtilities.CreateInstance(scope.ServiceProvider, page.ModelTypeInfo).ShouldNotBeNull();
        }
    }

    private async Task<List<Endpoint>> AllAsync()
    {
        var found = new List<Endpoint>();
        foreach (var endpoint in office.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null) found.Add(endpoint);
        }

        found.AddRange((await PagesAsync()).Select(page => page.Endpoint!));
        return found;
    }

    private async Task<List<CompiledPageActionDescriptor>> PagesAsync()
    {
        var loader = office.Services.GetRequiredService<PageLoader>();
        var pages = new List<CompiledPageActionDescriptor>();
        foreach (var endpoint in office.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) pages.Add(await loader.LoadAsync(page, endpoint.Metadata));
        }

        return pages;
    }
}
