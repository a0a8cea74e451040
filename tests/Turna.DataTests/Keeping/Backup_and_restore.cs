using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.People.Rights;
using Turna.Testing;
using Turna.Vault;
using Turna.Web.Hosting;

namespace Turna.DataTests.Keeping;

/// <summary>The drill of document and paper: a backup and the kit, carried to another machine, which here is another folder and database.</summary>
public abstract class Backup_and_restore(TestOffice office)
{
    private const string Passphrase = "a long passphrase on paper";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_backed_up_is_there_again_and_what_was_erased_since_stays_erased()
    {
        using var elsewhere = new ScratchFolder();
        var (kept, erased) = (await RegisterAsync("Осмонова"), await RegisterAsync("Бакирова"));
        await StartSessionAsync();
        Run(office.DataFolder, Postgres, "backup", elsewhere.File("backup")).ShouldSucceed();
        await EraseAsync(erased);
        Run(office.DataFolder, null, "secrets", "export", elsewhere.File("kit")).ShouldSucceed();
        var (folder, database) = (Path.Combine(elsewhere.Path, "there"), await office.AnotherDatabaseAsync());
        Run(folder, null, "secrets", "import", elsewhere.File("kit")).ShouldSucceed();

        var restored = Run(folder, database, "restore", elsewhere.File("backup"));

        restored.ShouldSucceed();
        restored.Output.ShouldContain("1 erasures that the backup did not know of were repeated.");
        restored.Output.ShouldContain("Sessions of the time of the backup are ended.");
        Run(folder, database, "verify").ShouldSucceed();
        await using var there = Turna.Web.CommandLine.OfflineHost.Of(new Settings { DataFolder = folder, Postgres = database, Clock = office.Clock, KeyCost = TestOffice.Cheap });
        await using var scope = await there.GetRequiredService<Turna.Members.Contracts.Founding>().OpenAsync(office.Caseworker.Id, office.Caseworker.Password, Cancel);
        var actor = scope.ServiceProvider.GetRequiredService<Kernel.Visitor>().Actor;
        (await scope.ServiceProvider.GetRequiredService<TurnaDb>().Set<SessionRow>().CountAsync(Cancel)).ShouldBe(0);
        (await scope.ServiceProvider.GetRequiredService<PersonCards>().OpenAsync(kept, "drill", actor, Cancel)).ShouldNotBeNull().Name.ShouldBe("Осмонова Айпери");
        (await scope.ServiceProvider.GetRequiredService<PersonCards>().OpenAsync(erased, "drill", actor, Cancel)).ShouldBeNull();
        Run(folder, database, "restore", elsewhere.File("backup")).ShouldBeRefused();
    }

    [Fact]
    public async Task A_backup_that_is_cut_altered_or_not_ours_is_refused_and_changes_nothing()
    {
        using var elsewhere = new ScratchFolder();
        await RegisterAsync("Алымова");
        Run(office.DataFolder, Postgres, "backup", elsewhere.File("backup")).ShouldSucceed();
        Run(office.DataFolder, Postgres, "backup", elsewhere.File("backup")).ShouldBeRefused("exists already");
        Run(office.DataFolder, null, "secrets", "export", elsewhere.File("kit")).ShouldSucceed();
        var (folder, database) = (Path.Combine(elsewhere.Path, "there"), await office.AnotherDatabaseAsync());

        Run(folder, database, "restore", elsewhere.File("backup")).ShouldBeRefused("take them from the kit first");
        Directory.Exists(folder).ShouldBeFalse();
        Run(folder, null, "secrets", "import", elsewhere.File("backup")).ShouldBeRefused();
        Run(folder, null, "secrets", "import", elsewhere.File("kit")).ShouldSucceed();
        var bytes = await File.ReadAllBytesAsync(elsewhere.File("backup"), Cancel);
        await File.WriteAllBytesAsync(elsewhere.File("cut"), bytes[..^1], Cancel);
        await File.WriteAllBytesAsync(elsewhere.File("short"), bytes[..(64 * 1024)], Cancel);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(elsewhere.File("altered"), bytes, Cancel);
        await File.WriteAllBytesAsync(elsewhere.File("empty"), [], Cancel);
        foreach (var name in (string[])["cut", "short", "altered", "empty", "kit", "missing"]) Run(folder, database, "restore", elsewhere.File(name)).ShouldBeRefused();
        RunWith(Passphrase + "!", folder, database, "restore", elsewhere.File("backup")).ShouldBeRefused("The passphrase is wrong");
        File.Exists(Path.Combine(folder, "turna.db")).ShouldBeFalse();
        Run(folder, database, "restore", elsewhere.File("backup")).ShouldSucceed();
    }

    [Fact]
    public async Task A_database_is_opened_with_its_own_secrets_only()
    {
        using var elsewhere = new ScratchFolder();
        await RegisterAsync("Токтосунова");
        Run(office.DataFolder, Postgres, "backup", elsewhere.File("backup")).ShouldSucceed();
        Run(office.DataFolder, null, "secrets", "export", elsewhere.File("kit")).ShouldSucceed();
        var (strange, own) = (Path.Combine(elsewhere.Path, "strange"), Path.Combine(elsewhere.Path, "own"));
        ServerSecrets.Create(strange, demo: false);

        Run(strange, await office.AnotherDatabaseAsync(), "restore", elsewhere.File("backup")).ShouldBeRefused("written with other secrets");
        File.Exists(Path.Combine(strange, "turna.db")).ShouldBeFalse();

        var database = await office.AnotherDatabaseAsync();
        Run(own, null, "secrets", "import", elsewhere.File("kit")).ShouldSucceed();
        Run(own, database, "restore", elsewhere.File("backup")).ShouldSucceed();
        File.Delete(Path.Combine(own, "server.secrets.json"));
        Run(own, database, "serve", "--port", "0").ShouldBeRefused("the server's secrets are missing");
        ServerSecrets.AreIn(own).ShouldBeFalse();
        ServerSecrets.Create(own, demo: false);
        Run(own, database, "serve", "--port", "0").ShouldBeRefused("written with other secrets");
    }

    private string? Postgres => office.Services.GetRequiredService<Settings>().Postgres;

    private async Task StartSessionAsync()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        hers.Get<Sessions>().Start(office.Organisation, office.Caseworker.Id, null);
        (await hers.Get<TurnaDb>().CommitAsync(true, Cancel)).Error.ShouldBeNull();
    }

    private async Task<PersonId> RegisterAsync(string family)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var result = await hers.Get<RegisterPerson>().HandleAsync(new NewPerson { Family = family, Given = "Айпери" }, [], hers.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task EraseAsync(PersonId person)
    {
        await using var supervisor = await office.AsAsync(office.Supervisor);
        (await supervisor.Get<ErasePerson>().HandleAsync(person, ErasureReason.SheAsked, sure: true, supervisor.Actor, Cancel)).Error.ShouldBeNull();
    }

    private static Ran Run(string folder, string? postgres, params string[] arguments) => RunWith(Passphrase, folder, postgres, arguments);

    private static Ran RunWith(string passphrase, string folder, string? postgres, params string[] arguments)
    {
        var run = TurnaProgram.Run([.. arguments, "--data", folder], ("TURNA_PASSPHRASE", passphrase), ("TURNA_POSTGRES", postgres));
        return new Ran(string.Join(' ', arguments.Select(a => Path.GetFileName(a))), run);
    }

    private sealed record Ran(string What, ProgramRun Run)
    {
        public string Output => Run.Output;

        public void ShouldSucceed() => Run.ExitCode.ShouldBe(0, $"{What}: {Run.Error}");

        public void ShouldBeRefused(string because = "")
        {
            Run.ExitCode.ShouldBe(2, $"{What}: {Run.Output}{Run.Error}");
            Run.Error.ShouldStartWith("turna: ");
            Run.Error.ShouldContain(because);
        }
    }
}

public sealed class Backup_and_restore_on_sqlite(TestOffice office) : Backup_and_restore(office), IClassFixture<TestOffice>;

public sealed class Backup_and_restore_on_postgres(PostgresOffice office) : Backup_and_restore(office), IClassFixture<PostgresOffice>;
