using Turna.Survey.Bench;

// dotnet run -c Release --project bench/Turna.Survey.Bench -- speed [ROWS] | bootstrap [ROWS] | growth | coverage [SAMPLES]
var rows = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
switch (args.Length > 0 ? args[0] : "speed")
{
    case "speed":
        Speed.Estimates(rows > 0 ? rows : 10_000_000);
        break;
    case "bootstrap":
        Speed.Bootstrap(rows > 0 ? rows : 1_000_000);
        break;
    case "growth":
        foreach (var size in (int[])[100_000, 1_000_000, 10_000_000]) Speed.Estimates(size);
        break;
    case "coverage":
        Coverage.Run(rows > 0 ? rows : 10_000);
        break;
    default:
        Console.Error.WriteLine("speed, bootstrap, growth or coverage");
        return 2;
}

return 0;
