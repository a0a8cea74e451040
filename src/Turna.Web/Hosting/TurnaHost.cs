using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Vault;
using Turna.Ledger;
using Turna.Web.CommandLine;
using Turna.Web.Pages;

namespace Turna.Web.Hosting;

/// <summary>Puts the house together.</summary>
internal static class TurnaHost
{
    private const long LargestRequest = 32L * 1024 * 1024;

    /// <summary>The server, ready to be started; its database is at the newest schema.</summary>
    public static Task<WebApplication> BuildAsync(Settings settings, ServerSecrets secrets, CancellationToken cancel) =>
        BuildAsync(settings, secrets, Additions.None, cancel);

    /// <summary>The server with what a proof puts around it.</summary>
    public static async Task<WebApplication> BuildAsync(Settings settings, ServerSecrets secrets, Additions additions, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(TurnaHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Without a publish the styles and scripts lie where they were built; a published folder has its own wwwroot.
        builder.WebHost.UseStaticWebAssets();
        // Nobody edits styles while an office works: serve the compressed twins of the build, which the framework else replaces by uncompressed ones.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Turna", LogLevel.Information)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddServices(builder.Services, settings, secrets);
        additions.Services(builder.Services);
        var app = builder.Build();
        Configure(app, settings);
        additions.Endpoints(app);
        await ReadySchemaAsync(settings, app.Services.GetRequiredService<TurnaModel>(), cancel);
        await Secrets.CheckOriginAsync(app.Services, cancel);
        await app.Services.GetRequiredService<Stamping>().RunAsync(progress: null, cancel);
        return app;
    }

    private static async Task ReadySchemaAsync(Settings settings, TurnaModel model, CancellationToken cancel)
    {
        await using var schema = Schema.Of(settings, model);
        if ((await schema.WaitingAsync(cancel)).Count == 0) return;
        if (!settings.Demo && !await schema.IsNewAsync(cancel)) throw new UsageException("The database is of an earlier version: run ./turna migrate first.");
        await schema.ApplyAsync(cancel);
    }

    public static void AddServices(IServiceCollection services, Settings settings, ServerSecrets secrets)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.KeyCost);
        services.AddSingleton(secrets);
        services.AddSingleton(settings.Clock);
        DataPlatform.AddServices(services, settings.Store());
        LedgerPlatform.AddServices(services);
        VaultPlatform.AddServices(services);
        services.AddScoped<Visitor>();
        services.AddScoped<SignedInStaff>();
        services.AddScoped<InterruptedForms>();
        if (settings.Demo) services.AddSingleton(DemoOffice.SignIns(settings.Clock));
        foreach (var room in Rooms.All)
        {
            room.AddServices(services);
            if (room is IHasEntities entities) services.AddSingleton(entities);
        }

        // What is uploaded waits in memory until it is sealed: by default a larger file would lie in the clear in the machine's temporary folder.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => form.MemoryBufferThreshold = (int)LargestRequest);
        AddPages(services);
    }

    public static void Configure(WebApplication app, Settings settings)
    {
        if (settings.BehindProxy)
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseMiddleware<SecurityHeaders>();
        app.UseLanguageChoice();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/wrong/500",
            // A request that cannot be read, such as a form without its token, is the sender's mistake.
            StatusCodeSelector = failed => failed switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                KeyNotGivenException => StatusCodes.Status409Conflict,
                // Made-up ids in a form that names no operation.
                _ when TurnaDb.IsTaken(failed) => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/wrong/{0}");
        app.Use((context, next) =>
        {
            // The page that says so is shown by the very request whose form was refused; the form itself is read no more by any act.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Features.Set<IAntiforgeryValidationFeature>(null);
            return next(context);
        });
        app.UseMiddleware<SafeAddress>();
        app.UseRouting();
        app.UseMiddleware<ReadableForm>();
        app.UseMiddleware<SessionEntry>();
        app.UseMiddleware<Gate>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapLanguageChoice();
        app.MapRazorPages().WithStaticAssets();
        Health.Map(app);
        SessionKeeping.Map(app);
        foreach (var room in Rooms.All) room.MapEndpoints(app);
    }

    private static void AddPages(IServiceCollection services)
    {
        var mvc = services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(o => o.Filters.Add<OperationFilter>());
        mvc.ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            foreach (var assembly in Rooms.All.Select(r => r.GetType().Assembly).Concat([typeof(Texts).Assembly, typeof(TurnaHost).Assembly]).Distinct())
            {
                foreach (var part in new CompiledRazorAssemblyApplicationPartFactory().GetApplicationParts(assembly)) parts.ApplicationParts.Add(part);
            }
        });
        services.AddAntiforgery();
        services.AddDesign();
        services.AddScoped<IFrameSource, FrameOfMember>();
    }
}

/// <summary>What a proof adds to the host it drives: something that watches, or an endpoint that offends so that the proof is seen to fail.</summary>
internal sealed record Additions(Action<IServiceCollection> Services, Action<IEndpointRouteBuilder> Endpoints)
{
    public static Additions None { get; } = new(_ => { }, _ => { });
}
