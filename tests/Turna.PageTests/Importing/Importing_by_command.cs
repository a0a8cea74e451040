using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Testing;
using Turna.Vault;
using Turna.Web.CommandLine;
using Turna.Web.CommandLine.Registers;
using Turna.Web.Hosting;

namespace Turna.PageTests.Importing;

public sealed class Importing_by_command(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static byte[] Register(string family) => Encoding.UTF8.GetBytes(
        $"Дата обращения;ФИО;Телефон;Пол;Год рождения;Страна;Вопрос\n15.05.2016;{family} Роза;+996555920001;ж;1988;Россия;пенсия\n16.05.2016;{family} Роза;+996555920001;ж;1988;Россия;гражданство\n");

    [Fact]
    public async Task A_running_server_is_handed_the_work()
    {
        await using var desk = new ServerDesk(office.Address);
        var who = await desk.SignInAsync(new SignInWords(office.Supervisor.SignInName, office.Supervisor.Password, office.NextCode(office.Supervisor)), Cancel);
        who.OrganisationName.ShouldBe("Test office");

        var published = await BringInAsync(desk, who.Teams.ShouldHaveSingleItem().Id, Register("Мукамбетова"));

        (published.Step, published.Published, published.Registered).ShouldBe(("published", 2, 1));
        Encoding.UTF8.GetString(await desk.ReportAsync(await LastAsync(), Cancel)).ShouldContain("\"outcome\":\"entered\"");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_by_the_server()
    {
        await using var desk = new ServerDesk(office.Address);
        await Should.ThrowAsync<UsageException>(() => desk.SignInAsync(new SignInWords(office.Supervisor.SignInName, "not her password", office.NextCode(office.Supervisor)), Cancel));
    }

    [Fact]
    public async Task The_steps_are_open_to_commands_and_not_to_pages_of_other_sites()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        (await browser.GetAsync("/api/registers/desk")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        browser.Client.DefaultRequestHeaders.Add("Turna-Command", "test");
        (await browser.GetAsync("/api/registers/desk")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await office.Open().GetAsync("/api/registers/desk")).Status.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_server_the_house_is_opened_behind_its_lock()
    {
        using var folder = new ScratchFolder();
        var settings = new Settings { DataFolder = folder.Path, Clock = new TestClock(), KeyCost = TestOffice.Cheap };
        var supervisor = await FoundAsync(settings);
        var held = DataLock.Take(folder.Path);
        await using (var desk = HouseDesk.Open(settings, held))
        {
            DataLock.IsHeld(folder.Path).ShouldBeTrue();
            var who = await desk.SignInAsync(new SignInWords(supervisor.SignInName, supervisor.Password, OneTimeCodes.CodeAt(supervisor.TotpSecret, settings.Clock.GetUtcNow())), Cancel);
            var published = await BringInAsync(desk, who.Teams[0].Id, Register("Осмоналиева"));
            (published.Step, published.Published, published.Registered).ShouldBe(("published", 2, 1));
        }

        DataLock.IsHeld(folder.Path).ShouldBeFalse();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public void A_fallen_servers_address_is_not_believed()
    {
        using var folder = new ScratchFolder();
        using var told = ServerAddress.Tell(folder.Path, "http://127.0.0.1:1/");
        ServerAddress.Of(folder.Path).ShouldBeNull();
        using var held = DataLock.Take(folder.Path);
        ServerAddress.Of(folder.Path).ShouldBe(new Uri("http://127.0.0.1:1/"));
    }

    [Fact]
    public void A_folder_that_was_there_before_is_closed_to_others()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new ScratchFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        using var held = DataLock.Take(folder.Path);

        File.GetUnixFileMode(folder.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_folder_that_holds_other_things_is_left_open_to_those_who_use_them()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.File("of-others"), "theirs");
        File.SetUnixFileMode(folder.Path, Open);

        using var held = DataLock.Take(folder.Path);

        File.GetUnixFileMode(folder.Path).ShouldBe(Open);
    }

    private static async Task<ImportState> BringInAsync(IRegisterDesk desk, Guid team, byte[] content)
    {
        var id = await desk.StageAsync(team, "журнал.csv", content, Cancel);
        await desk.ReadAsync(id, Cancel);
        (await AwaitAsync(desk, id, "reading")).Step.ShouldBe("preview");
        await desk.DecideAsync(id, new ImportChoices(Join: true, LinkSure: false, Dayless: null), Cancel);
        await desk.BringInAsync(id, Cancel);
        return await AwaitAsync(desk, id, "publishing");
    }

    private static async Task<ImportState> AwaitAsync(IRegisterDesk desk, Guid id, string step)
    {
        while (true)
        {
            var state = await desk.SeeAsync(id, Cancel);
            if (state.Step != step || state.State == "failed") return state;
            await Task.Yield();
        }
    }

    private async Task<Guid> LastAsync()
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        return hers.Get<Data.TurnaDb>().Set<Turna.Cases.BringingIn.Import>().OrderByDescending(i => i.StartedAt).Select(i => i.Id).First().Value;
    }

    private static async Task<FoundedMember> FoundAsync(Settings settings)
    {
        await using (var schema = Schema.Of(settings)) await schema.ApplyAsync(Cancel);
        await using var host = OfflineHost.Of(settings, ServerSecrets.Create(settings.DataFolder, demo: false));
        var team = TeamId.New();
        var plan = new OrganisationPlan(
            OrganisationId.New(), "An office", [new TeamPlan(team, "Lawyers")],
            [new MemberPlan(MemberId.New(), "salima", "Salima T", "long words of salima", [new RoleGrant(Role.Supervisor, team)])]);
        return (await host.GetRequiredService<Founding>().FoundAsync(plan, Cancel)).Members[0];
    }
}
