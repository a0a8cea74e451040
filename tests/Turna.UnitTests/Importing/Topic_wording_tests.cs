namespace Turna.UnitTests.Importing;

/// <summary>
/// How offices, hotlines and migrants word each topic, in Russian, Kyrgyz, Uzbek and English. The lists were written before it was looked at which are read,
/// and apart from the word lists of the reader: the reader need not know all of them, but must never be certain of another topic.
/// </summary>
public sealed class Topic_wording_tests
{
    private const double Understood = 0.97;
    private const double Certain = 0.85;

    // What one wording may mean beside its topic: the code may stand with it, or for it.
    private static readonly Dictionary<string, string[]> Near = new(StringComparer.Ordinal)
    {
        ["gbv"] = ["family_conflict"], ["harassment_work"] = ["gbv"], ["overtime"] = ["wages"], ["wages_deductions"] = ["wages"], ["trafficking"] = ["forced_labour", "movement_restricted"],
        ["forced_labour"] = ["movement_restricted", "wages"], ["wages"] = ["dismissal", "recruitment"], ["deportation"] = ["reentry_ban", "detention_police"], ["reentry_ban"] = ["deportation"],
        ["dismissal"] = ["reproductive_health"], ["psychological"] = ["health"], ["social_benefits"] = ["reproductive_health"], ["family_conflict"] = ["citizenship", "child_left"], ["documents_withheld"] = ["civil_documents"],
    };

    public static TheoryData<string, string> Wordings
    {
        get
        {
            var wordings = new TheoryData<string, string>();
            foreach (var (topic, written) in All) wordings.Add(topic, written);
            return wordings;
        }
    }

    private static IReadOnlyList<(string Topic, string Written)> All { get; } = Read("wordings");

    [Theory, MemberData(nameof(Wordings))]
    public void A_wording_is_never_another_topic_for_certain(string topic, string written)
    {
        var (codes, doubted) = Topics(written);
        if (!doubted) codes.Where(code => code != topic && !Near.GetValueOrDefault(topic, []).Contains(code)).ShouldBeEmpty();
    }

    [Fact]
    public void Nearly_all_wordings_are_understood()
    {
        var missed = All.Where(wording => !Topics(wording.Written).Codes.Contains(wording.Topic)).Select(wording => $"{wording.Topic}: {wording.Written} read as {string.Join(' ', Topics(wording.Written).Codes)}").ToArray();
        (1 - ((double)missed.Length / All.Count)).ShouldBeGreaterThan(Understood, string.Join('\n', missed));
    }

    [Fact]
    public void Most_wordings_leave_nothing_to_look_at()
    {
        var doubted = All.Where(wording => Topics(wording.Written).Doubted).Select(wording => $"{wording.Topic}: {wording.Written}").ToArray();
        (1 - ((double)doubted.Length / All.Count)).ShouldBeGreaterThan(Certain, string.Join('\n', doubted));
    }

    public static TheoryData<string> Turned => [.. Read("turned").Select(wording => wording.Written)];

    [Theory, MemberData(nameof(Turned))]
    public void What_turns_a_topic_round_is_never_certain(string written) => Topics(written).Doubted.ShouldBeTrue(string.Join(' ', Topics(written).Codes));

    private static (IReadOnlyList<string> Codes, bool Doubted) Topics(string written)
    {
        var row = Readings.Row($"Вопрос={written}");
        return (row.Topics, row.Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal)));
    }

    /// <summary>A line "# topic" stands above the wordings of each topic.</summary>
    private static List<(string Topic, string Written)> Read(string table)
    {
        var wordings = new List<(string Topic, string Written)>();
        var topic = string.Empty;
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Importing", "Habits", table + ".txt")).Where(line => line.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) topic = line[2..];
            else wordings.Add((topic, line));
        }

        return wordings;
    }
}
