using System.Collections.Concurrent;

namespace Turna.Members.SigningIn;

/// <summary>
/// How fast one may try to sign in, for each name and each address. A try is counted before the password is looked at, so that many at
/// once gain nothing, and is given back when it succeeds. Names that do not exist are paced like those that do.
/// </summary>
internal sealed class SignInPace(TimeProvider clock)
{
    private const int MostRemembered = 20_000;

    private static readonly Rule ForName = new(10, TimeSpan.FromMinutes(1));
    private static readonly Rule ForAddress = new(60, TimeSpan.FromSeconds(5));

    private readonly ConcurrentDictionary<string, Tries> remembered = new(StringComparer.Ordinal);

    /// <summary>Counts a try; false when there were too many of this name or from this address.</summary>
    public bool Admit(string name, string address)
    {
        if (remembered.Count > MostRemembered) ForgetRested();
        var nameIsIn = Of(KeyOfName(name), ForName).Take(Now);
        var addressIsIn = Of(KeyOfAddress(address), ForAddress).Take(Now);
        return nameIsIn && addressIsIn;
    }

    /// <summary>The try succeeded: it does not count.</summary>
    public void GiveBack(string name, string address)
    {
        Of(KeyOfName(name), ForName).Return();
        Of(KeyOfAddress(address), ForAddress).Return();
    }

    private long Now => clock.GetUtcNow().UtcTicks;

    private Tries Of(string key, Rule rule) => remembered.GetOrAdd(key, _ => new Tries(rule, Now));

    private void ForgetRested()
    {
        foreach (var (key, tries) in remembered)
        {
            if (tries.IsRested(Now)) remembered.TryRemove(key, out _);
        }
    }

    private static string KeyOfName(string name) => $"name {name}";

    private static string KeyOfAddress(string address) => $"address {address}";

    private sealed record Rule(int AtOnce, TimeSpan OneMoreEach);

    private sealed class Tries(Rule rule, long since)
    {
        private readonly Lock gate = new();
        private double left = rule.AtOnce;
        private long countedAt = since;

        public bool Take(long now)
        {
            lock (gate)
            {
                Refill(now);
                if (left < 1) return false;
                left--;
                return true;
            }
        }

        public void Return()
        {
            lock (gate) left = Math.Min(rule.AtOnce, left + 1);
        }

        public bool IsRested(long now)
        {
            lock (gate)
            {
                Refill(now);
                return left >= rule.AtOnce;
            }
        }

        private void Refill(long now)
        {
            if (now <= countedAt) return;
            left = Math.Min(rule.AtOnce, left + ((now - countedAt) / (double)rule.OneMoreEach.Ticks));
            countedAt = now;
        }
    }
}
