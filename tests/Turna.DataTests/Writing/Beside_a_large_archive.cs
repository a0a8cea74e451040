using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SQLitePCL;
using Turna.Cases;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Listing;
using Turna.Cases.MyWork;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.People.Showing;
using Turna.Testing;

namespace Turna.DataTests.Writing;

/// <summary>
/// The pages of a day cost the same however much an office has behind it: counted in steps of SQLite's machine, which no busy processor
/// changes. PostgreSQL counts its tables by itself and has no such steps.
/// </summary>
public sealed class Beside_a_large_archive : IAsyncLifetime
{
    private const int Copies = 4_000;

    private readonly TestOffice office = new();
    private readonly Questions questions = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        questions.Dispose();
        return office.DisposeAsync();
    }

    [Fact]
    public async Task The_pages_of_the_day_cost_what_they_cost_beside_an_empty_one()
    {
        var person = await RegisterAsync();
        var matter = await OpenCaseAsync(person);
        for (var i = 0; i < 3; i++) await LogAsync(person);
        for (var i = 0; i < 3; i++) await PlanAsync(matter);
        var before = await CostsAsync(person, matter);

        await FillArchiveAsync();
        await SurveyAsync();

        var after = await CostsAsync(person, matter);
        before.Values.ShouldAllBe(steps => steps > 0);
        foreach (var (page, steps) in after) steps.ShouldBeLessThan(3 * before[page], $"{page}: {before[page]} steps before, {steps} beside the archive");
    }

    [Fact]
    public async Task A_list_of_the_archive_costs_the_same_when_the_archive_has_doubled()
    {
        var person = await RegisterAsync();
        await OpenCaseAsync(person);
        await LogAsync(person);
        await PlanAsync(await OpenCaseAsync(person));
        await FillArchiveAsync();
        await SurveyAsync();
        var before = await ListsAsync();

        await FillArchiveAsync();
        await SurveyAsync();

        var after = await ListsAsync();
        foreach (var (list, steps) in after) steps.ShouldBeLessThan(before[list] * 11 / 10, $"{list}: {before[list]} steps before, {steps} beside the double archive");
    }

    [Fact]
    public async Task The_work_of_a_day_costs_the_same_however_many_cases_she_keeps()
    {
        await OpenCaseAsync(await RegisterAsync());
        Task<long> WorkAsync() => StepsAsync(office.Caseworker, async hers => await hers.Get<ShowWork>().HandleAsync(hers.Actor, Cancel));
        var before = await WorkAsync();

        await GiveCasesAsync();
        await SurveyAsync();

        (await WorkAsync()).ShouldBeLessThan(3 * before, $"{before} steps with one case");
    }

    [Fact]
    public async Task A_table_that_grows_is_counted_while_the_office_works()
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        hers.Get<TurnaDb>().AddRange(Enumerable.Range(0, 10_000).Select(i => new CannedText
        {
            Id = Guid.CreateVersion7(), Organisation = office.Organisation, Title = $"Text {i}", Text = "Keep the messages.",
        }));
        hers.Get<AuditLedger>().Record(hers.Actor, CasesActs.CannedTextChanged);
        (await hers.Get<TurnaDb>().CommitAsync(Done.It, Cancel)).Succeeded.ShouldBeTrue();
        // The writer counts before it takes the next unit.
        await hers.Get<AuditLedger>().RecordNowAsync(office.Organisation, office.Supervisor.Id, CasesActs.CannedTextChanged, string.Empty, [], Cancel);

        await using var connection = await ReadingAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT stat FROM sqlite_stat1 WHERE idx = 'ix_cases_canned_text_organisation'";
        ((string?)await count.ExecuteScalarAsync(Cancel)).ShouldBe("10000 10000");
    }

    private async Task<Dictionary<string, long>> CostsAsync(PersonId person, CaseId matter) => new()
    {
        ["person"] = await StepsAsync(office.Caseworker, async hers => (await hers.Get<ShowPerson>().HandleAsync(person, hers.Actor, Cancel)).ShouldNotBeNull()),
        ["case"] = await StepsAsync(office.Caseworker, async hers => (await hers.Get<ShowCase>().HandleAsync(matter, hers.Actor, Cancel)).Succeeded.ShouldBeTrue()),
        ["my work"] = await StepsAsync(office.Caseworker, async hers => await hers.Get<ShowWork>().HandleAsync(hers.Actor, Cancel)),
        ["form of a contact"] = await StepsAsync(office.Caseworker, async hers => (await hers.Get<FormEntries>().LastOfAsync(hers.Actor.Member, Cancel)).ShouldNotBeNull()),
        ["work of a team"] = await StepsAsync(office.Supervisor, async hers => await hers.Get<ShowWork>().HandleAsync(hers.Actor, Cancel)),
    };

    private async Task<Dictionary<string, long>> ListsAsync() => new()
    {
        ["consultations"] = await StepsAsync(office.Caseworker, hers => hers.Make<ListModel>().OnGetAsync(Cancel)),
        ["cases"] = await StepsAsync(office.Caseworker, hers => hers.Make<CasesModel>().OnGetAsync(Cancel)),
    };

    /// <summary>What the queries of an act cost when each is asked once more on a connection that knows what the writer found out about the tables.</summary>
    private async Task<long> StepsAsync(TestMember member, Func<MemberScope, Task> act)
    {
        await using var hers = await office.AsAsync(member);
        questions.Listen(Store.DatabasePath!);
        await act(hers);
        var asked = questions.Asked();
        await using var counting = await ReadingAsync();
        var steps = 0L;
        raw.sqlite3_progress_handler(counting.Handle, 1, _ => { steps++; return 0; }, null);
        foreach (var question in asked)
        {
            await using var again = counting.CreateCommand();
#pragma warning disable CA2100 // The text is that of a command of the product.
            again.CommandText = question.Text;
#pragma warning restore CA2100
            foreach (var (name, value) in question.Values) again.Parameters.AddWithValue(name, value);
            await using var answer = await again.ExecuteReaderAsync(Cancel);
            while (await answer.ReadAsync(Cancel)) _ = answer.FieldCount;
        }

        return steps;
    }

    /// <summary>Closed cases and old contacts of other people in the same team. Their seals are of no use; nobody opens them here.</summary>
    private Task FillArchiveAsync() => FillAsync(async filling =>
    {
        await CopyAsync(filling, "cases_consultation", ("id", "lower(hex(randomblob(16)))"), ("person_link", "randomblob(16)"), ("on", "date('2020-01-01', '+' || (n % 900) || ' days')"), ("case", "NULL"));
        await CopyAsync(filling, "cases_case", ("id", "lower(hex(randomblob(16)))"), ("person_link", "randomblob(16)"), ("stage", "'Closed'"), ("in_danger", "n % 20 = 0"));
        await CopyAsync(filling, "cases_task", ("id", "lower(hex(randomblob(16)))"), ("done_at", "datetime('2020-01-01', '+' || n || ' minutes')"));
    });

    /// <summary>Open cases of hers, each with a story behind it.</summary>
    private Task GiveCasesAsync() => FillAsync(async filling =>
    {
        await CopyAsync(filling, "cases_case", ("id", "printf('%032x', n)"), ("person_link", "randomblob(16)"));
        for (var i = 0; i < 3; i++) await CopyAsync(filling, "cases_entry", ("id", "lower(hex(randomblob(16)))"), ("case", "printf('%032x', n)"));
    });

    private async Task FillAsync(Func<SqliteConnection, Task> fill)
    {
        await using var filling = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store.DatabasePath, Pooling = false }.ConnectionString);
        await filling.OpenAsync(Cancel);
        await using var transaction = await filling.BeginTransactionAsync(Cancel);
        await fill(filling);
        await transaction.CommitAsync(Cancel);
    }

    private static async Task CopyAsync(SqliteConnection filling, string table, params (string Column, string Value)[] changed)
    {
        await using var columns = filling.CreateCommand();
        columns.CommandText = "SELECT name FROM pragma_table_info($table)";
        columns.Parameters.AddWithValue("$table", table);
        var names = new List<string>();
        await using (var reader = await columns.ExecuteReaderAsync(Cancel))
        {
            while (await reader.ReadAsync(Cancel)) names.Add(reader.GetString(0));
        }

        var values = names.Select(n => changed.FirstOrDefault(c => c.Column == n).Value ?? $"\"{n}\"");
        await using var copy = filling.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns from above.
        copy.CommandText = $"""
            WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < {Copies})
            INSERT INTO {table} ({string.Join(", ", names.Select(n => $"\"{n}\""))})
            SELECT {string.Join(", ", values)} FROM (SELECT * FROM {table} LIMIT 1), many
            """;
#pragma warning restore CA2100
        await copy.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>A writer counts the tables when it opens the database.</summary>
    private async Task SurveyAsync()
    {
        await using var writer = new Writer(Store, office.Services.GetRequiredService<TurnaModel>(), [], new TableVersions(), TimeProvider.System, NullLogger<Writer>.Instance);
        await using var unit = new TurnaDbFactory(Store, office.Services.GetRequiredService<TurnaModel>(), writer, office.Services.GetRequiredService<Readers>()).Create();
        await unit.CommitAsideAsync([], Cancel);
    }

    private async Task<SqliteConnection> ReadingAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store.DatabasePath, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private Store Store => office.Services.GetRequiredService<Store>();

    private async Task<PersonId> RegisterAsync()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return (await hers.Get<RegisterPerson>().HandleAsync(new NewPerson { Family = "Мамытова", Given = "Айпери" }, [], hers.Actor, Cancel)).Value;
    }

    private async Task<CaseId> OpenCaseAsync(PersonId person)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return (await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.LegalTeam, Type = CaseType.UnpaidWages, Reason = "Two months without pay." }, hers.Actor, Cancel)).Value;
    }

    private async Task LogAsync(PersonId person)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var logged = await hers.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input
            {
                Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Topics = ["wages"], Advice = "Keep the messages.", Language = "ky",
                Next = NextStep.CallBack, CallBackOn = InTwoDays,
            },
            hers.Actor, Cancel);
        logged.Error.ShouldBeNull();
    }

    private async Task PlanAsync(CaseId matter)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        (await hers.Get<MakeTask>().HandleAsync(new MakeTask.Input(TaskId.New(), matter, "Call the employer", InTwoDays, null), hers.Actor, Cancel)).Error.ShouldBeNull();
    }

    private DateOnly InTwoDays => DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(2);

    /// <summary>
    /// The queries that are asked of a database. Subscribed from before the first: Entity Framework looks only once a second whether anybody listens.
    /// </summary>
    private sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> listening = [];
        private readonly List<Question> asked = [];
        private string? database;

        public Questions() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public void Listen(string path)
        {
            lock (asked)
            {
                asked.Clear();
                database = path;
            }
        }

        public List<Question> Asked()
        {
            lock (asked) return [.. asked];
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) listening.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Command: { Connection.DataSource: { } source } command }) return;
            lock (asked)
            {
                if (source == database) asked.Add(new Question(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value!))]));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => listening.ForEach(l => l.Dispose());
    }

    private sealed record Question(string Text, List<(string Name, object Value)> Values);
}
