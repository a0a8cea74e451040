namespace Turna.Server.Bench;

/// <summary>The demonstration's members who work with people, signed in as often as clients are needed: a code works once, so each waits for hers.</summary>
internal static class Staff
{
    private static readonly (string Name, char Letter)[] Members =
        [("ayana", 'C'), ("daniyar", 'D'), ("meerim", 'F'), ("gulnara", 'E'), ("salima", 'B')];

    public static async Task<IReadOnlyList<Client>> SignInAsync(int port, int count)
    {
        var clients = new List<Client>();
        var lastStep = new Dictionary<string, long>(StringComparer.Ordinal);
        while (clients.Count < count)
        {
            foreach (var (name, letter) in Members)
            {
                var step = Math.Max(OneTimeCode.StepNow - 1, lastStep.GetValueOrDefault(name) + 1);
                if (step > OneTimeCode.StepNow + 1 || clients.Count == count) continue;
                lastStep[name] = step;
                if (await Client.SignInAsync(port, name, $"TURNADEMO{new string(letter, 23)}", step, clients.Count) is { } client) clients.Add(client);
            }

            if (lastStep.Values.All(s => s > OneTimeCode.StepNow)) await Task.Delay(500);
        }

        return clients;
    }
}
