using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Turna.Design;

namespace Turna.PageTests.Design;

/// <summary>The design system alone in a host, with a member signed in, so that its pages are tested over real HTTP.</summary>
public sealed class DesignHost : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        app = Build("Development", web => web.UseTestServer());
        await app.StartAsync();
        Client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
    }

    public static WebApplication Build(string environment, Action<IWebHostBuilder> configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = typeof(DesignHost).Assembly.GetName().Name });
        configure(builder.WebHost);
        builder.Services.AddRazorPages(options => options.RootDirectory = "/").AddApplicationPart(typeof(Texts).Assembly);
        builder.Services.AddScoped<IFrameSource, SomebodysFrame>();
        builder.Services.AddDesign();
        var app = builder.Build();
        app.UseLanguageChoice();
        app.MapStaticAssets();
        app.MapLanguageChoice();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    private sealed class SomebodysFrame : IFrameSource
    {
        public ValueTask<Frame> FrameAsync(HttpContext http) => new(http.Request.Query.ContainsKey("nobody") ? Frame.Nobody : new Frame
        {
            SignedIn = true, Organisation = "Бир Дүйнө", Initials = "А. С.", Teams = ["Legal team"], SearchHref = "/search",
            LogConsultationHref = "/consultations/new", SessionSeconds = 900,
            Navigation = [new("My work", "/", 3), new("People", "/people"), new("Consultations", "/consultations"), new("Components", "/design")],
            Account = [new("Your account", "/account")],
        });
    }
}
