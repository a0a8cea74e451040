namespace Turna.ArchitectureTests;

public sealed class Sources
{
    private const int MostLines = 400;

    // Written by tools, or tables of data.
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "wwwroot", "Migrations", "artifacts"];

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines() => TooLong(Files()).ShouldBeEmpty();

    [Fact]
    public void A_long_file_is_found()
    {
        var file = Path.Combine(Path.GetTempPath(), $"turna-{Environment.ProcessId}.cs");
        File.WriteAllLines(file, Enumerable.Repeat("// line", MostLines + 1));
        try
        {
            TooLong([file]).ShouldHaveSingleItem();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Nothing_is_left_for_later() => Unfinished(Files().Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText)).ShouldBeEmpty();

    [Fact]
    public void What_is_left_for_later_is_found() => Unfinished(["// " + "TODO: later", "throw new Not" + "ImplementedException();"]).Count().ShouldBe(2);

    /// <summary>What is written for upkeep is on no record.</summary>
    [Fact]
    public void Only_the_stamping_of_rows_writes_past_the_ledger()
    {
        var files = Files().Where(f => f.StartsWith(Path.Combine(House.Root, "src"), StringComparison.Ordinal)).Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

        Upkeep(files).ShouldBe(["Stamping.cs", "TurnaDb.cs"]);
    }

    [Fact]
    public void Writing_past_the_ledger_is_found() => Upkeep([("Quick.cs", "await db.SaveUpkeep" + "Async(cancel);")]).ShouldBe(["Quick.cs"]);

    private static IEnumerable<string> Upkeep(IEnumerable<(string Name, string Text)> files) =>
        files.Where(f => f.Text.Contains("SaveUpkeep" + "Async", StringComparison.Ordinal)).Select(f => f.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Files() =>
        from folder in new[] { "src", "tests", "tools", "bench" }
        let path = Path.Combine(House.Root, folder)
        where Directory.Exists(path)
        from file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".cshtml" or ".ts" or ".mjs" or ".scss"
        where !Path.GetRelativePath(House.Root, file).Split(Path.DirectorySeparatorChar).Intersect(NotOurs).Any()
        select file;

    private static IEnumerable<string> TooLong(IEnumerable<string> files) =>
        from file in files
        let lines = File.ReadLines(file).Count()
        where lines > MostLines
        select $"{Path.GetRelativePath(House.Root, file)}: {lines} lines";

    private static IEnumerable<string> Unfinished(IEnumerable<string> texts) =>
        texts.Where(text => text.Contains("// " + "TODO", StringComparison.Ordinal) || text.Contains("Not" + "ImplementedException", StringComparison.Ordinal));
}
