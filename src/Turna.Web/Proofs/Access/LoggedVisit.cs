using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Turna.Ledger;
using Turna.Web.CommandLine;
using Turna.Web.Hosting;

namespace Turna.Web.Proofs.Access;

/// <summary>A visit to a real host whose log goes into a file: signs in, searches for people by name and opens what is found.</summary>
internal static class LoggedVisit
{
    public static async Task RunAsync(Settings settings, ServerSecrets secrets, IReadOnlyList<string> names, string log, CancellationToken cancel)
    {
        using var file = new FileLog(log);
        await using var app = await TurnaHost.BuildAsync(settings, secrets, new Additions(s => s.AddSingleton<ILoggerProvider>(file), _ => { }), cancel);
        await app.StartAsync(cancel);
        using var browser = new ProofBrowser(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        var one = DemoOffice.SignIns(settings.Clock).All.First(s => s.SignInName == "ayana");
        await ProofOffice.ExpectRedirectAsync(browser.PostAsync("/sign-in", [new("Input.Name", one.SignInName), new("Input.Password", one.Password), new("Input.Code", one.Code)], cancel));
        foreach (var name in names)
        {
            var answer = await browser.PostAsync("/people/search", [new("Query", name)], cancel);
            if (answer.Body.IndexOf("href=\"/people/0", StringComparison.Ordinal) is var at and >= 0) await browser.GetAsync(answer.Body.Substring(at + 6, 44), cancel);
            // A name in an address is a mistake of whoever types it; what the log makes of it is ours.
            await browser.GetAsync($"/people/{Uri.EscapeDataString(name)}?q={Uri.EscapeDataString(name)}", cancel);
        }
    }

    /// <summary>Writes every line that the host's own filters let through.</summary>
    private sealed class FileLog(string path) : ILoggerProvider, ILogger
    {
        private readonly StreamWriter writer = new(path);
        private readonly Lock writing = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (writing) writer.WriteLine($"{logLevel} {formatter(state, exception)} {exception}");
        }

        public void Dispose() => writer.Dispose();
    }
}
