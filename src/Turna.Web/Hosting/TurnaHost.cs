using System.Net;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Web.Hosting;

/// <summary>Puts the house together.</summary>
internal static class TurnaHost
{
    private const long LargestRequest = 32L * 1024 * 1024;

    /// <summary>The server, ready to be started; its database is at the newest schema.</summary>
    public static async Task<WebApplication> BuildAsync(Settings settings, ServerSecrets secrets, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(TurnaHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Without a publish the styles and scripts lie where they were built; a published folder has its own wwwroot.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        AddServices(builder.Services, settings, secrets);
        var app = builder.Build();
        Configure(app);
        await DataPlatform.MigrateAsync(app.Services, cancel);
        return app;
    }

    public static void AddServices(IServiceCollection services, Settings settings, ServerSecrets secrets)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.KeyCost);
        services.AddSingleton(secrets);
        services.AddSingleton(TimeProvider.System);
        DataPlatform.AddServices(services, settings.Store());
        LedgerPlatform.AddServices(services);
        VaultPlatform.AddServices(services);
        services.AddScoped<Visitor>();
        services.AddScoped<SignedInStaff>();
        foreach (var room in Rooms.All)
        {
            room.AddServices(services);
            if (room is IHasEntities entities) services.AddSingleton(entities);
        }

        AddPages(services);
    }

    public static void Configure(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseLanguageChoice();
        app.UseRouting();
        app.UseMiddleware<SessionEntry>();
        app.UseMiddleware<Gate>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapLanguageChoice();
        app.MapRazorPages().WithStaticAssets();
        foreach (var room in Rooms.All) room.MapEndpoints(app);
    }

    private static void AddPages(IServiceCollection services)
    {
        var mvc = services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(o => o.Filters.Add<OperationFilter>());
        mvc.ConfigureApplicationPartManager(parts =>
        {
            foreach (var assembly in Rooms.All.Select(r => r.GetType().Assembly).Prepend(typeof(Texts).Assembly).Distinct())
            {
                foreach (var part in new CompiledRazorAssemblyApplicationPartFactory().GetApplicationParts(assembly)) parts.ApplicationParts.Add(part);
            }
        });
        services.AddAntiforgery();
        services.AddDesign();
        services.AddScoped<IFrameSource, FrameOfMember>();
    }
}
