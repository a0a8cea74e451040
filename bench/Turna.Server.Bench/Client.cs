using System.Globalization;
using System.Text.RegularExpressions;

namespace Turna.Server.Bench;

/// <summary>A member at her browser: signed in with password and code, her antiforgery token and some of her records at hand.</summary>
internal sealed partial class Client : IDisposable
{
    private const string Password = "cranes come home in spring";
    private readonly Random random;
    private string token = string.Empty;

    private Client(Wire wire, int number) => (Wire, random) = (wire, new Random(number));

    public Wire Wire { get; }

    public List<string> Cases { get; } = [];

    public List<string> People { get; } = [];

    /// <summary>Teams she may log a consultation for, as the form offers them.</summary>
    public string Team { get; private set; } = string.Empty;

    /// <summary>Signs in by the page, and reads her lists by the pages; null when the code was used before.</summary>
    public static async Task<Client?> SignInAsync(int port, string name, string secret, long step, int number)
    {
        var client = new Client(new Wire(port), number);
        var page = (await client.Wire.GetAsync("/sign-in")).Text;
        var form = Form(
            ("Input.Name", name), ("Input.Password", Password), ("Input.Code", OneTimeCode.Of(secret, step)), ("__RequestVerificationToken", Token().Match(page).Groups[1].Value));
        if ((await client.Wire.PostAsync("/sign-in", form)).Status != 302)
        {
            client.Dispose();
            return null;
        }

        await client.LookAroundAsync();
        return client;
    }

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public bool Chance(double share) => random.NextDouble() < share;

    /// <summary>A form of hers with its antiforgery token and a new operation.</summary>
    public byte[] Write(params (string Name, string Value)[] fields) =>
        Form([.. fields, ("operation", Guid.CreateVersion7().ToString()), ("__RequestVerificationToken", token)]);

    public void Dispose() => Wire.Dispose();

    private async Task LookAroundAsync()
    {
        var form = (await Wire.GetAsync("/consultations/new")).Text;
        token = Token().Match(form).Groups[1].Value;
        Team = TeamField().Match(form) is { Success: true } hidden ? hidden.Groups[1].Value : TeamChoice().Match(form).Groups[1].Value;
        // From all over the list: a handful of people would soon have hundreds of contacts each, which nobody has.
        for (var pages = 0; pages < 3 || Cases.Count == 0; pages++)
        {
            var page = string.Create(CultureInfo.InvariantCulture, $"/cases?which=team&p={random.Next(1, Math.Max(2, 12 - pages))}");
            Cases.AddRange(CaseLink().Matches((await Wire.GetAsync(page)).Text).Select(m => m.Value).Distinct());
        }

        foreach (var one in Cases.Distinct().Take(32)) People.AddRange(PersonLink().Matches((await Wire.GetAsync(one)).Text).Select(m => m.Value).Take(1));
    }

    private static byte[] Form(params (string Name, string Value)[] fields) => System.Text.Encoding.ASCII.GetBytes(
        string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}")));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Input.Team\"[^>]*value=\"([0-9a-f-]{36})\"")]
    private static partial Regex TeamField();

    [GeneratedRegex("<select[^>]*name=\"Input.Team\"[^>]*>.*?<option[^>]*value=\"([0-9a-f-]{36})\"", RegexOptions.Singleline)]
    private static partial Regex TeamChoice();

    [GeneratedRegex("/cases/[0-9a-f-]{36}")]
    private static partial Regex CaseLink();

    [GeneratedRegex("/people/[0-9a-f-]{36}")]
    private static partial Regex PersonLink();
}
