using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Vault;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine.Registers;

/// <summary>The house opened for this command alone, behind the lock of its data folder.</summary>
internal sealed class HouseDesk(DataLock held, ServiceProvider host) : IRegisterDesk
{
    private string cookie = string.Empty;

    public static HouseDesk Open(Settings settings, DataLock held) => new(held, OfflineHost.Of(settings));

    public async Task<ImportDesk> SignInAsync(SignInWords words, CancellationToken cancel)
    {
        await Secrets.CheckOriginAsync(host, cancel);
        await using (var scope = host.CreateAsyncScope())
        {
            var signedIn = await scope.ServiceProvider.GetRequiredService<DeskSignIn>().SignInAsync(words.Member, words.Password, words.Code, cancel);
            cookie = signedIn.Succeeded ? signedIn.Value : throw Refused(signedIn.Error);
        }

        return await AskAsync((import, actor) => import.WhoAsync(actor, cancel)) ?? throw new UsageException($"{words.Member}: may not bring in registers");
    }

    public async Task<Guid> StageAsync(Guid team, string fileName, byte[] content, CancellationToken cancel) =>
        Expect(await AskAsync((import, actor) => import.StageAsync(team, fileName, content, actor, cancel)));

    public async Task ReadAsync(Guid id, CancellationToken cancel) => Expect(await AskAsync((import, actor) => import.ReadAsync(id, cookie, actor, cancel)));

    public async Task DecideAsync(Guid id, ImportChoices choices, CancellationToken cancel) =>
        Expect(await AskAsync((import, actor) => import.DecideAsync(id, choices, actor, cancel)));

    public async Task BringInAsync(Guid id, CancellationToken cancel) => Expect(await AskAsync((import, actor) => import.BringInAsync(id, cookie, actor, cancel)));

    public async Task CancelAsync(Guid id, CancellationToken cancel) => Expect(await AskAsync((import, actor) => import.CancelAsync(id, actor, cancel)));

    public async Task<ImportState> SeeAsync(Guid id, CancellationToken cancel) =>
        await AskAsync((import, actor) => import.SeeAsync(id, actor, cancel)) ?? throw new UsageException("the register is gone");

    public async Task<byte[]> ReportAsync(Guid id, CancellationToken cancel) =>
        await AskAsync((import, actor) => import.ReportAsync(id, actor, cancel)) ?? throw new UsageException("there is no report");

    public async ValueTask DisposeAsync()
    {
        await SignOutAsync();
        await host.DisposeAsync();
        held.Dispose();
    }

    private async Task SignOutAsync()
    {
        if (cookie.Length == 0) return;
        await using var scope = host.CreateAsyncScope();
        if (await EnterAsync(scope.ServiceProvider) is { } actor) await scope.ServiceProvider.GetRequiredService<DeskSignIn>().SignOutAsync(cookie, actor, CancellationToken.None);
    }

    private async Task<T> AskAsync<T>(Func<RegisterImport, Actor, Task<T>> ask)
    {
        await using var scope = host.CreateAsyncScope();
        var actor = await EnterAsync(scope.ServiceProvider) ?? throw new UsageException("the session has ended; nothing more was done");
        return await ask(scope.ServiceProvider.GetRequiredService<RegisterImport>(), actor);
    }

    private async Task<Actor?> EnterAsync(IServiceProvider services)
    {
        var sessions = services.GetRequiredService<Sessions>();
        if (await sessions.ResumeAsync(cookie, CancellationToken.None) is not { } session) return null;
        if (await services.GetRequiredService<StaffDirectory>().FindAsync(session.Member, CancellationToken.None) is not { } member) return null;
        services.GetRequiredService<Visitor>().Enter(member.Actor, session.EndsAt);
        if (session.IsDueForRefresh) await sessions.RefreshAsync(cookie, CancellationToken.None);
        return member.Actor;
    }

    private static T Expect<T>(Result<T> result) => result.Succeeded ? result.Value : throw Refused(result.Error);

    private static UsageException Refused(Error error) => new(error switch
    {
        Error.Refused refused => Fill(refused.Text, refused.Arguments),
        Error.Invalid invalid => string.Join("; ", invalid.Fields.Select(f => Fill(f.Text, f.Arguments))),
        _ => "it is missing, or not hers to bring in",
    });

    private static string Fill(string text, IReadOnlyList<object> arguments) =>
        arguments.Count == 0 ? text : string.Format(System.Globalization.CultureInfo.InvariantCulture, text, [.. arguments]);
}
