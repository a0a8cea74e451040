using Turna.Testing;

namespace Turna.PageTests;

/// <summary>A verb that is refused makes nothing, and says what to mend.</summary>
public sealed class Command_line_leaves_nothing
{
    [Theory]
    [InlineData("verify")]
    [InlineData("backup", "copy.backup")]
    public void A_folder_that_is_not_there_stays_so(string verb, params string[] more)
    {
        using var scratch = new ScratchFolder();
        var folder = Path.Combine(scratch.Path, "nodata");

        var (code, _, error) = Run([verb, .. more.Select(m => Path.Combine(scratch.Path, m)), "--data", folder]);

        (code, error.Trim()).ShouldBe((2, $"turna: {folder}: holds no data"));
        Directory.EnumerateFileSystemEntries(scratch.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("weak")]
    [InlineData(null)]
    public void A_first_start_that_is_refused_leaves_no_half_made_folder(string? password)
    {
        using var scratch = new ScratchFolder();
        var folder = Path.Combine(scratch.Path, "house");

        var (code, _, error) = Run(["serve", "--data", folder, "--port", "0"], ("TURNA_ORGANISATION", "Office"), ("TURNA_ADMINISTRATOR", "Aida"), ("TURNA_PASSWORD", password));

        code.ShouldBe(2, error);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Password=very secret;nonsense", "not a connection such as")]
    [InlineData("Host=127.0.0.1;Port=1;Database=turna;Username=turna;Password=very secret", "PostgreSQL cannot be reached")]
    public void A_server_of_the_database_that_does_not_answer_is_a_sentence(string connection, string sentence)
    {
        using var scratch = new ScratchFolder();

        var (code, _, error) = Run(["demo", "--data", scratch.Path, "--port", "0", "--postgres", connection]);

        code.ShouldBe(2, error);
        error.ShouldStartWith("turna: ");
        error.ShouldContain(sentence);
        error.Trim().ShouldNotContain("\n");
        error.ShouldNotContain("very secret");
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("migrate")]
    [InlineData("serve", "--port", "0")]
    public void A_damaged_file_of_the_database_is_a_sentence(params string[] verb)
    {
        using var scratch = new ScratchFolder();
        Ledger.ServerSecrets.Create(scratch.Path, demo: false);
        var database = Path.Combine(scratch.Path, "turna.db");
        File.WriteAllText(database, "No database begins like this.");

        var (code, _, error) = Run([.. verb, "--data", scratch.Path]);

        (code, error.Trim()).ShouldBe((2, "turna: The file of the database is damaged, or is none; a backup brings it back."));
        File.ReadAllText(database).ShouldBe("No database begins like this.");
    }

    [Fact]
    public void A_kit_that_cannot_be_written_is_refused_and_one_that_is_taken_stands_in_a_folder_of_its_owner()
    {
        using var scratch = new ScratchFolder();
        var (house, kit, other) = (Path.Combine(scratch.Path, "house"), Path.Combine(scratch.Path, "kit"), Path.Combine(scratch.Path, "other"));
        Turna.Ledger.ServerSecrets.Create(house, demo: false);

        var (code, _, error) = Run(["secrets", "export", Path.Combine(scratch.Path, "missing", "kit"), "--data", house]);
        Run(["secrets", "export", kit, "--data", house]).ExitCode.ShouldBe(0);
        Run(["secrets", "import", kit, "--data", other]).ExitCode.ShouldBe(0);

        (code, error.Split('\n').Length).ShouldBe((2, 2), error);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(other).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Help_names_the_program_as_it_is_typed()
    {
        var (_, help, _) = Run(["--help"]);
        var (_, verb, _) = Run(["serve", "--help"]);

        help.ShouldContain("turna [command]");
        verb.ShouldContain("turna serve");
        (help + verb).ShouldNotContain("Turna.Web");
    }

    [Fact]
    public void A_report_into_a_folder_that_is_not_there_says_so()
    {
        using var scratch = new ScratchFolder();
        var register = Path.Combine(scratch.Path, "register.csv");
        File.WriteAllText(register, "Дата обращения;ФИО;Телефон;Пол;Год рождения;Страна;Вопрос\n15.05.2016;Асанова Роза;+996555920001;ж;1988;Россия;пенсия\n");
        var report = Path.Combine(scratch.Path, "missing", "report.json");

        var (code, _, error) = Run(["import", register, "--kind", "consultations", "--dry-run", "--report", report]);

        (code, error.Trim()).ShouldBe((2, $"turna: {report}: there is no folder {Path.GetDirectoryName(report)}"));
    }

    private static ProgramRun Run(string[] arguments, params (string Name, string? Value)[] environment) =>
        TurnaProgram.Run(arguments, [.. environment, ("TURNA_PASSPHRASE", "long words for a test")]);
}
