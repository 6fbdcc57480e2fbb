import SalaCommand

Sala.main()
